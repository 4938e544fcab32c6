package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A service that never says that its list is at its end, played to the client without a wire. */
class EndlessListTest {
    private final CallMeter meter = new CallMeter();
    private final Call call = new Call(
            "111122223333",
            "eu-west-1",
            "ec2:DescribeVpcs",
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAX", "x")),
            meter);
    private long page;

    private void list(boolean newTokens) {
        Traffic traffic = new Traffic() {
            @Override
            public Optional<WireAnswer> replay(Call asking, WireRequest request) {
                page++;
                String body =
                        "<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15\"><vpcSet/><nextToken>"
                                + (newTokens ? page : 7) + "</nextToken></DescribeVpcsResponse>";
                return Optional.of(WireAnswer.of(200, "text/xml", "", body.getBytes(StandardCharsets.UTF_8)));
            }

            @Override
            public void record(Call asking, WireRequest request, WireAnswer answer) {
                throw new IllegalStateException("nothing is sent here");
            }
        };
        try (Clients clients = new Clients(
                new MeteredHttpClient(ApacheHttpClient.create(), new Budgets(Optional.empty()), traffic),
                Optional.empty())) {
            call.run(() -> clients.of(Ec2Client::builder, "eu-west-1").describeVpcsPaginator().stream()
                    .count());
        }
    }

    @Test
    void a_token_that_leads_back_is_noticed_at_once() {
        assertThatThrownBy(() -> list(false)).hasMessageContaining("leads back");
        assertThat(meter.calls()).isEqualTo(2);
    }

    @Test
    void a_list_with_ever_new_tokens_ends_all_the_same() {
        for (long before = 0; before < CallMeter.MOST_PAGES - 100; before++) {
            meter.answered("page " + before);
        }
        assertThatThrownBy(() -> list(true)).hasMessageContaining("20000 pages");
        assertThat(meter.calls()).isEqualTo(100);
    }
}

package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A region that the SDK does not know stands for one in which the service is not offered. */
class ServiceRegionsTest {
    private final Ec2Client client =
            Ec2Client.builder().region(Region.US_EAST_1).build();

    private static SdkClientException because(Exception cause) {
        return SdkClientException.builder().message("no").cause(cause).build();
    }

    @Test
    void no_host_where_the_list_has_no_endpoint_is_an_answer() {
        assertThat(ServiceRegions.lack(client, "xx-north-9", because(new UnknownHostException("ec2"))))
                .isTrue();
    }

    @Test
    void no_host_where_the_service_is_offered_is_a_gap() {
        assertThat(ServiceRegions.lack(client, "us-east-1", because(new UnknownHostException("ec2"))))
                .isFalse();
    }

    @Test
    void another_trouble_is_a_gap_everywhere() {
        assertThat(ServiceRegions.lack(client, "xx-north-9", because(new ConnectException("refused"))))
                .isFalse();
    }
}

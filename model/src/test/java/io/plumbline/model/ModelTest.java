package io.plumbline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void an_arn_is_read_and_written_back() {
        String text = "arn:aws-cn:logs:cn-north-1:111122223333:log-group:a:b:*";
        Arn arn = Arn.parse(text).orElseThrow();
        assertThat(arn.partition()).isEqualTo(new Partition("aws-cn"));
        assertThat(arn.resource()).isEqualTo("log-group:a:b:*");
        assertThat(arn).hasToString(text);
    }

    @Property
    void any_text_is_an_arn_or_is_none(@ForAll String text) {
        Arn.parse(text).ifPresent(arn -> assertThat(arn).hasToString(text));
    }

    @Test
    void a_finding_keeps_its_id_for_ever() {
        // Computed once with coreutils: printf 'iam-user-mfa-console\naws\narn:…:user/ana' | sha256sum | cut -c1-32
        assertThat(FindingId.of("iam-user-mfa-console", new Partition("aws"), "arn:aws:iam::111122223333:user/ana"))
                .hasToString("057d0b5c9aefbf8f457b18039dbd8966");
    }

    @Test
    void the_status_of_a_control_follows_its_counts() {
        assertThat(Status.ofControl(1, 5, 5, 9)).isEqualTo(Status.FAIL);
        assertThat(Status.ofControl(0, 1, 5, 9)).isEqualTo(Status.UNKNOWN);
        assertThat(Status.ofControl(0, 0, 1, 9)).isEqualTo(Status.MANUAL);
        assertThat(Status.ofControl(0, 0, 0, 9)).isEqualTo(Status.PASS);
        assertThat(Status.ofControl(0, 0, 0, 0)).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void every_region_knows_its_partition() {
        assertThat(Partition.ofRegion("us-gov-east-1").homeRegion()).isEqualTo("us-gov-west-1");
        assertThat(Partition.ofRegion("cn-northwest-1").id()).isEqualTo("aws-cn");
        assertThat(Partition.ofRegion("il-central-1").id()).isEqualTo("aws");
        assertThatThrownBy(() -> new Partition("azure")).hasMessageContaining("azure");
        assertThatThrownBy(() -> new AccountId("123")).hasMessageContaining("twelve digits");
    }
}

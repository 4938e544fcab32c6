package io.plumbline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0.0.0.0/0",
        "10.1.2.3/8, 10.0.0.0/8",
        "255.255.255.255/1, 128.0.0.0/1",
        "192.0.2.7, 192.0.2.7/32",
        "::/0, ::/0",
        "2001:DB8::1/32, 2001:db8::/32",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1/128",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0/128",
        "::ffff:192.0.2.1/96, ::ffff:0:0/96",
        "64:ff9b::1.2.3.4, 64:ff9b::102:304/128",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/64, ffff:ffff:ffff:ffff::/64",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/65, ffff:ffff:ffff:ffff:8000::/65",
    })
    void a_block_is_read_and_written_in_its_canonical_form(String text, String canonical) {
        assertThat(Cidr.parse(text)).get().hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                " 10.0.0.0/8",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "10.0.0.256/8",
                "010.0.0.0/8",
                "10.0.0.٣",
                "::/129",
                ":::/0",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "fe80::1%eth0",
                "::1.2.3",
                "1.2.3.4::",
                ":1::",
                "g::",
                "pl-12345678",
                "sg-12345678",
            })
    void what_is_no_block_is_refused(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.0.0/16, EQUAL",
        "10.0.0.0/15, 10.0.0.0/16, WIDER",
        "0.0.0.0/0, 10.0.0.0/16, WIDER",
        "10.0.3.0/24, 10.0.0.0/16, NARROWER",
        "10.1.0.0/16, 10.0.0.0/16, DISJOINT",
        "::/0, 10.0.0.0/16, DISJOINT",
        "0.0.0.0/0, ::/0, DISJOINT",
        "2001:db8::/32, 2001:db8:1::/48, WIDER",
        "2001:db8:1::/48, 2001:db8::/32, NARROWER",
    })
    void a_block_is_equal_wider_narrower_or_apart(String one, String other, Relation relation) {
        assertThat(cidr(one).relationTo(cidr(other))).isEqualTo(relation);
    }

    @Test
    void a_peering_route_covers_a_vpc_block_when_it_is_equal_or_wider() {
        assertThat(cidr("10.0.0.0/16").covers(cidr("10.0.0.0/16"))).isTrue();
        assertThat(cidr("10.0.0.0/8").covers(cidr("10.0.0.0/16"))).isTrue();
        assertThat(cidr("10.0.0.0/17").covers(cidr("10.0.0.0/16"))).isFalse();
        assertThat(cidr("10.0.0.0/17").overlaps(cidr("10.0.0.0/16"))).isTrue();
    }

    @Test
    void a_prefix_outside_the_family_is_refused() {
        assertThatThrownBy(() -> new Cidr(Address.parse("10.0.0.0").orElseThrow(), 33))
                .hasMessageContaining("0 to 32");
        assertThatThrownBy(() -> new Address(Family.IPV4, 0, 1L << 32)).hasMessageContaining("32 bits");
    }

    static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}

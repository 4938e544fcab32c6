package io.plumbline.network;

import static io.plumbline.network.CidrTest.cidr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressSetTest {
    @Test
    void the_internet_is_one_block_or_the_union_of_blocks() {
        assertThat(set("0.0.0.0/0").coversAll(Family.IPV4)).isTrue();
        assertThat(set("128.0.0.0/1", "0.0.0.0/1").coversAll(Family.IPV4)).isTrue();
        assertThat(set("0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/2").coversAll(Family.IPV4))
                .isTrue();
        assertThat(set("::/1", "8000::/1").coversAll(Family.IPV6)).isTrue();
    }

    @Test
    void all_but_one_address_is_not_the_internet() {
        List<Cidr> halves = Stream.iterate(1, prefix -> prefix + 1)
                .limit(32)
                .map(prefix -> new Cidr(new Address(Family.IPV4, 0, 1L << (32 - prefix)), prefix))
                .toList();
        AddressSet allButZero = AddressSet.of(halves);
        assertThat(allButZero.coversAll(Family.IPV4)).isFalse();
        assertThat(allButZero.ranges()).hasToString("[0.0.0.1-255.255.255.255]");
        assertThat(allButZero.union(set("0.0.0.0/32")).coversAll(Family.IPV4)).isTrue();
    }

    @Test
    void one_family_says_nothing_about_the_other() {
        assertThat(set("0.0.0.0/0").coversAll(Family.IPV6)).isFalse();
        assertThat(set("::/0").coversAll(Family.IPV4)).isFalse();
        assertThat(set("::/0").overlaps(cidr("255.255.255.255/32"))).isFalse();
        assertThat(set("0.0.0.0/0").overlaps(cidr("::/128"))).isFalse();
        assertThat(set("0.0.0.0/0").covers(cidr("::/128"))).isFalse();
        assertThat(set("::/0", "0.0.0.0/0").ranges()).hasSize(2);
    }

    @Test
    void blocks_that_touch_become_one_range() {
        assertThat(set("10.0.1.0/24", "10.0.0.0/24", "10.0.3.0/24").ranges())
                .hasToString("[10.0.0.0-10.0.1.255, 10.0.3.0-10.0.3.255]");
        assertThat(set("2001:db8::/33", "2001:db8:8000::/33")).isEqualTo(set("2001:db8::/32"));
    }

    @Test
    void nothing_covers_nothing() {
        AddressSet nothing = set();
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.coversAll(Family.IPV4)).isFalse();
        assertThat(nothing.overlaps(cidr("0.0.0.0/0"))).isFalse();
        assertThat(nothing.contains(Address.parse("::1").orElseThrow())).isFalse();
    }

    @Test
    void a_range_that_runs_backwards_is_refused() {
        Address one = Address.parse("10.0.0.1").orElseThrow();
        Address two = Address.parse("10.0.0.2").orElseThrow();
        assertThatThrownBy(() -> new AddressRange(two, one)).hasMessageContaining("no range");
    }

    private static AddressSet set(String... blocks) {
        return AddressSet.of(Stream.of(blocks).map(CidrTest::cidr).toList());
    }
}

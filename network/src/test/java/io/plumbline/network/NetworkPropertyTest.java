package io.plumbline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NetworkPropertyTest {
    @Property
    void any_text_is_a_block_or_is_none(@ForAll String text) {
        Cidr.parse(text)
                .ifPresent(block -> assertThat(Cidr.parse(block.toString())).contains(block));
    }

    @Property
    void the_canonical_text_is_read_back(@ForAll("blocks") Cidr block) {
        assertThat(Cidr.parse(block.toString())).contains(block);
    }

    @Property
    void addresses_are_those_that_the_jdk_reads(@ForAll("addresses") Address address) throws UnknownHostException {
        // The JDK turns IPv4-mapped addresses into IPv4, so we compare the last bytes only.
        byte[] bytes = InetAddress.getByName(address.toString()).getAddress();
        BigInteger mask = BigInteger.ONE.shiftLeft(bytes.length * 8).subtract(BigInteger.ONE);
        assertThat(new BigInteger(1, bytes)).isEqualTo(number(address).and(mask));
    }

    @Property
    void relations_agree_with_the_arithmetic_of_big_numbers(
            @ForAll("blocks") Cidr one, @ForAll("blocks") Cidr other, @ForAll @IntRange(max = 128) int wider) {
        Cidr parent = new Cidr(one.first(), Math.min(wider, one.prefix()));
        assertThat(parent.covers(one)).isTrue();
        assertThat(one.relationTo(parent))
                .isEqualTo(parent.prefix() == one.prefix() ? Relation.EQUAL : Relation.NARROWER);
        boolean covers = one.family() == other.family()
                && number(one.first()).compareTo(number(other.first())) <= 0
                && number(one.last()).compareTo(number(other.last())) >= 0;
        assertThat(one.covers(other)).isEqualTo(covers);
        boolean overlaps = one.family() == other.family()
                && number(one.first()).compareTo(number(other.last())) <= 0
                && number(other.first()).compareTo(number(one.last())) <= 0;
        assertThat(one.overlaps(other)).isEqualTo(overlaps);
        assertThat(AddressSet.of(List.of(one)).covers(other)).isEqualTo(covers);
        assertThat(AddressSet.of(List.of(one)).overlaps(other)).isEqualTo(overlaps);
    }

    @Property
    void a_block_cut_into_pieces_is_covered_by_all_pieces_and_by_no_fewer(
            @ForAll("blocks") Cidr block, @ForAll @IntRange(max = 40) int cuts, @ForAll Random random) {
        List<Cidr> pieces = new ArrayList<>(List.of(block));
        for (int i = 0; i < cuts; i++) {
            Cidr cut = pieces.remove(random.nextInt(pieces.size()));
            pieces.addAll(halves(cut));
        }
        Collections.shuffle(pieces, random);
        assertThat(AddressSet.of(pieces)).isEqualTo(AddressSet.of(List.of(block)));
        Cidr dropped = pieces.removeLast();
        AddressSet rest = AddressSet.of(pieces);
        assertThat(rest.covers(block)).isFalse();
        assertThat(rest.overlaps(dropped)).isFalse();
        assertThat(rest.contains(dropped.last())).isFalse();
    }

    @Property
    void a_union_holds_what_its_parts_hold(
            @ForAll("sets") List<Cidr> one, @ForAll("sets") List<Cidr> other, @ForAll("blocks") Cidr probe) {
        AddressSet union = AddressSet.of(one).union(AddressSet.of(other));
        assertThat(union).isEqualTo(AddressSet.of(other).union(AddressSet.of(one)));
        assertThat(union.union(union)).isEqualTo(union);
        assertThat(union.overlaps(probe))
                .isEqualTo(AddressSet.of(one).overlaps(probe)
                        || AddressSet.of(other).overlaps(probe));
        assertThat(one).allMatch(union::covers);
        for (int i = 1; i < union.ranges().size(); i++) {
            assertThat(union.ranges().get(i - 1).reaches(union.ranges().get(i))).isFalse();
        }
    }

    @Provide
    Arbitrary<Address> addresses() {
        // Few distinct bits, so that runs of zeros, neighbours and overlaps are common.
        Arbitrary<Long> longs = Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(0, 3),
                Arbitraries.longs().map(bits -> bits & 0xffff_0000_ffff_0000L),
                Arbitraries.of(0L, -1L, 1L << 63));
        return Arbitraries.oneOf(
                longs.map(bits -> new Address(Family.IPV4, 0, bits & 0xffff_ffffL)),
                Combinators.combine(longs, longs).as((high, low) -> new Address(Family.IPV6, high, low)));
    }

    @Provide
    Arbitrary<Cidr> blocks() {
        return addresses()
                .flatMap(address -> Arbitraries.integers()
                        .between(0, address.family().bits())
                        .map(prefix -> new Cidr(address, prefix)));
    }

    @Provide
    Arbitrary<List<Cidr>> sets() {
        return blocks().list().ofMaxSize(8);
    }

    private static List<Cidr> halves(Cidr block) {
        if (block.prefix() == block.family().bits()) {
            return List.of(block);
        }
        return List.of(new Cidr(block.first(), block.prefix() + 1), new Cidr(block.last(), block.prefix() + 1));
    }

    private static BigInteger number(Address address) {
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(address.low())));
    }
}

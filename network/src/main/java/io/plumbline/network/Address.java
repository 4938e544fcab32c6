package io.plumbline.network;

import java.util.Comparator;
import java.util.Optional;

/**
 * One IPv4 or IPv6 address, as an unsigned number of 128 bits; an IPv4 address uses the lower 32.
 *
 * @param high the upper 64 bits, unsigned; 0 for IPv4
 * @param low the lower 64 bits, unsigned
 */
public record Address(Family family, long high, long low) implements Comparable<Address> {
    private static final Comparator<Address> BY_NUMBER = Comparator.comparing(Address::family)
            .thenComparing(Address::high, Long::compareUnsigned)
            .thenComparing(Address::low, Long::compareUnsigned);

    public Address {
        if (family == Family.IPV4 && (high != 0 || low >>> Family.IPV4.bits() != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits, this one has more");
        }
    }

    /**
     * Reads an address: four decimal numbers without leading zeros (RFC 6943, 3.1.1 tells why), or IPv6 in any form of RFC 4291, 2.2,
     * without a zone. Empty if the text is neither.
     */
    public static Optional<Address> parse(String text) {
        return text.indexOf(':') < 0 ? Ipv4Text.parse(text) : Ipv6Text.parse(text);
    }

    /** This address with every bit after the first {@code prefix} bits set to 0: the first address of its block. */
    Address firstOfBlock(int prefix) {
        return switch (family) {
            case IPV4 -> new Address(family, 0, low & ~Bits.lowest(32 - prefix));
            case IPV6 -> new Address(family, high & ~Bits.lowest(64 - prefix), low & ~Bits.lowest(128 - prefix));
        };
    }

    /** This address with every bit after the first {@code prefix} bits set to 1: the last address of its block. */
    Address lastOfBlock(int prefix) {
        return switch (family) {
            case IPV4 -> new Address(family, 0, low | Bits.lowest(32 - prefix));
            case IPV6 -> new Address(family, high | Bits.lowest(64 - prefix), low | Bits.lowest(128 - prefix));
        };
    }

    /** The address after this one, of the same family; empty after the last. */
    Optional<Address> next() {
        if (equals(lastOfBlock(0))) {
            return Optional.empty();
        }
        long nextLow = low + 1;
        return Optional.of(new Address(family, nextLow == 0 ? high + 1 : high, nextLow));
    }

    /** By family, then by number. */
    @Override
    public int compareTo(Address other) {
        return BY_NUMBER.compare(this, other);
    }

    /** The canonical text: dotted decimal, or RFC 5952. */
    @Override
    public String toString() {
        return switch (family) {
            case IPV4 -> Ipv4Text.of(low);
            case IPV6 -> Ipv6Text.of(high, low);
        };
    }
}

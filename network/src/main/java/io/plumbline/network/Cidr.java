package io.plumbline.network;

import java.util.Optional;

/**
 * A block of addresses that share a prefix. Host bits that are set are cleared, as EC2 does with security group rules and routes, so
 * equal blocks are equal records.
 *
 * @param first the first address of the block
 * @param prefix the number of leading bits that all addresses share, 0 to 32 or 128
 */
public record Cidr(Address first, int prefix) {

    public Cidr {
        if (prefix < 0 || prefix > first.family().bits()) {
            throw new IllegalArgumentException("/" + prefix + " is no prefix of an " + first.family()
                    + " block: it takes 0 to " + first.family().bits());
        }
        first = first.firstOfBlock(prefix);
    }

    /**
     * Reads {@code address/prefix}; an address alone is the block of that one address. Empty if the text is neither, and for anything
     * around it such as spaces.
     */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Address.parse(text)
                    .map(address -> new Cidr(address, address.family().bits()));
        }
        return Address.parse(text.substring(0, slash)).flatMap(address -> {
            var prefix =
                    Ipv4Text.decimal(text.substring(slash + 1), address.family().bits());
            return prefix.isPresent() ? Optional.of(new Cidr(address, prefix.getAsInt())) : Optional.empty();
        });
    }

    /** The family of all addresses of the block. */
    public Family family() {
        return first.family();
    }

    /** The last address of the block. */
    public Address last() {
        return first.lastOfBlock(prefix);
    }

    /** Whether the address lies in the block. */
    public boolean contains(Address address) {
        return address.family() == family() && address.firstOfBlock(prefix).equals(first);
    }

    /** How this block stands to the other. Two blocks are never half in each other, so there is no fifth case. */
    public Relation relationTo(Cidr other) {
        if (equals(other)) {
            return Relation.EQUAL;
        }
        if (contains(other.first) && prefix <= other.prefix) {
            return Relation.WIDER;
        }
        return other.contains(first) && other.prefix <= prefix ? Relation.NARROWER : Relation.DISJOINT;
    }

    /** Whether every address of the other block lies in this one: equal or wider (CIS 4.4). */
    public boolean covers(Cidr other) {
        Relation relation = relationTo(other);
        return relation == Relation.EQUAL || relation == Relation.WIDER;
    }

    /** Whether some address lies in both blocks. */
    public boolean overlaps(Cidr other) {
        return relationTo(other) != Relation.DISJOINT;
    }

    /** The canonical text, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return first + "/" + prefix;
    }
}

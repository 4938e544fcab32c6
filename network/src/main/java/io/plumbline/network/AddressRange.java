package io.plumbline.network;

/** All addresses from the first to the last, both included, of one family. */
public record AddressRange(Address first, Address last) {

    public AddressRange {
        if (first.family() != last.family() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException(first + " to " + last + " is no range of addresses");
        }
    }

    static AddressRange of(Cidr block) {
        return new AddressRange(block.first(), block.last());
    }

    /** Whether the other range starts within this one or right behind it, given that it does not start before it. */
    boolean reaches(AddressRange other) {
        if (other.first.family() != first.family()) {
            return false;
        }
        return last.next().map(next -> other.first.compareTo(next) <= 0).orElse(true);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}

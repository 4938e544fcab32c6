package io.plumbline.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of addresses of both families, kept as sorted ranges that neither overlap nor touch, so equal sets are equal records.
 *
 * @param ranges by family, then by first address
 */
public record AddressSet(List<AddressRange> ranges) {

    public AddressSet {
        ranges = merged(ranges);
    }

    /** The union of the blocks. */
    public static AddressSet of(Collection<Cidr> blocks) {
        return new AddressSet(blocks.stream().map(AddressRange::of).toList());
    }

    /** The addresses that are in this set, in the other, or in both. */
    public AddressSet union(AddressSet other) {
        return new AddressSet(
                Stream.concat(ranges.stream(), other.ranges.stream()).toList());
    }

    /** Whether no address is in the set. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether the address is in the set. */
    public boolean contains(Address address) {
        return covers(new Cidr(address, address.family().bits()));
    }

    /** Whether every address of the block is in the set, be it out of one block or of several that touch. */
    public boolean covers(Cidr block) {
        int at = lastStartingAtOrBefore(block.first());
        return at >= 0
                && ranges.get(at).last().family() == block.family()
                && ranges.get(at).last().compareTo(block.last()) >= 0;
    }

    /** Whether some address of the block is in the set. */
    public boolean overlaps(Cidr block) {
        int at = lastStartingAtOrBefore(block.last());
        return at >= 0
                && ranges.get(at).last().family() == block.family()
                && ranges.get(at).last().compareTo(block.first()) >= 0;
    }

    /**
     * Whether the set holds the whole internet of a family: not only {@code 0.0.0.0/0}, but also {@code 0.0.0.0/1} together with
     * {@code 128.0.0.0/1} (CIS 4.1 and 4.2).
     */
    public boolean coversAll(Family family) {
        return covers(family.everything());
    }

    /** The index of the last range that does not start after the address; -1 if all do. */
    private int lastStartingAtOrBefore(Address address) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).first().compareTo(address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private static List<AddressRange> merged(List<AddressRange> ranges) {
        List<AddressRange> merged = new ArrayList<>();
        for (AddressRange range : ranges.stream()
                .sorted(Comparator.comparing(AddressRange::first))
                .toList()) {
            if (!merged.isEmpty() && merged.getLast().reaches(range)) {
                AddressRange before = merged.removeLast();
                Address last = before.last().compareTo(range.last()) >= 0 ? before.last() : range.last();
                merged.add(new AddressRange(before.first(), last));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}

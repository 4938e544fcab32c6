package io.plumbline.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** IPv6 addresses as text: read in any form of RFC 4291, section 2.2, written as RFC 5952 asks. */
final class Ipv6Text {
    private static final Pattern COLON = Pattern.compile(":");
    private static final int GROUPS = 8;
    private static final int LONGEST_GROUP = 4;
    private static final int LONGEST_TEXT = 45;

    private Ipv6Text() {}

    static Optional<Address> parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true).filter(all -> all.size() == GROUPS).map(Ipv6Text::address);
        }
        Optional<List<Integer>> before = groups(text.substring(0, gap), false);
        Optional<List<Integer>> after = groups(text.substring(gap + 2), true);
        // RFC 5952 wants "::" for two groups or more, but RFC 4291 lets it stand for one.
        if (before.isEmpty()
                || after.isEmpty()
                || before.get().size() + after.get().size() >= GROUPS) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(before.get());
        while (all.size() + after.get().size() < GROUPS) {
            all.add(0);
        }
        all.addAll(after.get());
        return Optional.of(address(all));
    }

    static String of(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4))) & 0xffff;
        }
        int gap = longestRunOfZeros(groups);
        int end = endOfZeros(groups, gap);
        if (end - gap < 2) {
            return hexadecimal(groups, 0, GROUPS);
        }
        return hexadecimal(groups, 0, gap) + "::" + hexadecimal(groups, end, GROUPS);
    }

    private static String hexadecimal(int[] groups, int from, int to) {
        return Arrays.stream(groups, from, to).mapToObj(Integer::toHexString).collect(Collectors.joining(":"));
    }

    /** The 16-bit groups of a text without "::"; the last may be a dotted IPv4 address, which counts as two. */
    private static Optional<List<Integer>> groups(String text, boolean atEnd) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = COLON.split(text, -1);
        for (int i = 0; i < parts.length; i++) {
            if (atEnd && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                Optional<Address> tail = Ipv4Text.parse(parts[i]);
                if (tail.isEmpty()) {
                    return Optional.empty();
                }
                groups.add((int) (tail.get().low() >>> 16));
                groups.add((int) (tail.get().low() & 0xffff));
            } else if (isGroup(parts[i])) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static boolean isGroup(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_GROUP
                && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }

    private static Address address(List<Integer> groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS / 2; i++) {
            high = high << 16 | groups.get(i);
            low = low << 16 | groups.get(i + GROUPS / 2);
        }
        return new Address(Family.IPV6, high, low);
    }

    /** Where the longest run of zero groups starts, the first of equals; the number of groups if there is no zero. */
    private static int longestRunOfZeros(int[] groups) {
        int best = groups.length;
        for (int i = 0; i < groups.length; i++) {
            boolean starts = groups[i] == 0 && (i == 0 || groups[i - 1] != 0);
            if (starts && (best == groups.length || endOfZeros(groups, i) - i > endOfZeros(groups, best) - best)) {
                best = i;
            }
        }
        return best;
    }

    private static int endOfZeros(int[] groups, int start) {
        int end = start;
        while (end < groups.length && groups[end] == 0) {
            end++;
        }
        return end;
    }
}

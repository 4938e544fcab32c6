package io.plumbline.network;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** IPv4 addresses as text. */
final class Ipv4Text {
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int OCTETS = 4;
    private static final int LARGEST_OCTET = 255;

    private Ipv4Text() {}

    static Optional<Address> parse(String text) {
        String[] octets = DOT.split(text, -1);
        if (octets.length != OCTETS) {
            return Optional.empty();
        }
        long number = 0;
        for (String octet : octets) {
            OptionalInt value = decimal(octet, LARGEST_OCTET);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            number = number << 8 | value.getAsInt();
        }
        return Optional.of(new Address(Family.IPV4, 0, number));
    }

    static String of(long number) {
        return (number >>> 24) + "." + (number >>> 16 & 0xff) + "." + (number >>> 8 & 0xff) + "." + (number & 0xff);
    }

    /** A decimal number of ASCII digits from 0 to {@code largest} (at most 999), without sign and leading zeros. */
    static OptionalInt decimal(String text, int largest) {
        if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalInt.empty();
            }
            value = value * 10 + digit - '0';
        }
        return value <= largest ? OptionalInt.of(value) : OptionalInt.empty();
    }
}

package io.plumbline.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How wide the blocks of aws:SourceIp are. This room does not know the room of networks, and a prefix is all that it needs.
 */
final class AddressBlock {
    /** S3 calls wider IPv4 blocks public. */
    private static final int NARROW_IPV4 = 8;
    /** S3 calls wider IPv6 blocks public. */
    private static final int NARROW_IPV6 = 32;

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/([0-9]{1,2}))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}(?:/([0-9]{1,3}))?");

    private AddressBlock() {}

    /** Whether the text is an address, or a block of /8 or narrower (IPv6: /32). */
    static boolean isNarrow(String text) {
        Matcher ipv4 = IPV4.matcher(text);
        if (ipv4.matches()) {
            return prefix(ipv4, 32) >= NARROW_IPV4;
        }
        Matcher ipv6 = IPV6.matcher(text);
        return text.indexOf(':') >= 0 && ipv6.matches() && prefix(ipv6, 128) >= NARROW_IPV6;
    }

    private static int prefix(Matcher block, int ofAddress) {
        String prefix = block.group(1);
        return prefix == null ? ofAddress : Integer.parseInt(prefix);
    }
}

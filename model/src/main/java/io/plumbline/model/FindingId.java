package io.plumbline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a finding for life: it depends on what was judged by which rule, never on a display name, a framework, a reason or a
 * parameter, so it is the same in every scan (DESIGN, section 4).
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record FindingId(String value) {

    /** The first 32 hex digits of SHA-256 over rule, partition and unit, joined by newlines. */
    public static FindingId of(String rule, Partition partition, String unit) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((rule + "\n" + partition.id() + "\n" + unit).getBytes(StandardCharsets.UTF_8));
            return new FindingId(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

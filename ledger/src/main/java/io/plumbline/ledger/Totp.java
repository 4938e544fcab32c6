package io.plumbline.ledger;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every 30 seconds (RFC 6238), as authenticator programs show them: six digits, by HMAC-SHA-1. */
final class Totp {
    private static final long STEP = 30;
    private static final int SECRET = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** A new secret, in the letters that people can type (RFC 4648, base 32). */
    static String freshSecret() {
        StringBuilder text = new StringBuilder();
        // 20 bytes are 32 letters of 5 bits, without rest.
        BigInteger number = new BigInteger(1, Secrets.bytes(SECRET));
        for (int shift = SECRET * 8 - 5; shift >= 0; shift -= 5) {
            text.append(BASE32.charAt(number.shiftRight(shift).intValue() & 31));
        }
        return text.toString();
    }

    /**
     * The step that a code is for: now, or one before or after, for clocks that go wrong. None if it is for no such, or for one that is used up.
     *
     * @param usedUp the last step of which a code was taken
     */
    static OptionalLong step(String secret, String code, Instant now, long usedUp) {
        long current = now.getEpochSecond() / STEP;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            // All are looked at, so that the time it takes tells nothing.
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.UTF_8),
                    code.strip().getBytes(StandardCharsets.UTF_8));
            if (same && step > usedUp) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a step (RFC 4226, section 5.3). */
    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }

    private static byte[] decode(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        int bits = 0;
        int buffer = 0;
        int next = 0;
        for (int i = 0; i < secret.length(); i++) {
            buffer = (buffer << 5 | BASE32.indexOf(secret.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}

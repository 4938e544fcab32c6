package io.plumbline.ledger;

import io.plumbline.snapshot.Hashes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random texts that nobody can guess, and what is kept of them. */
final class Secrets {
    /** Bytes in a secret: 256 bits. */
    private static final int BYTES = 32;

    private Secrets() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** A new secret of 256 bits, in letters that a header, a cookie and a URL take. */
    static String fresh() {
        return text(bytes(BYTES));
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A new id: a word, and twelve hex digits. Not a secret. */
    static String id(String word) {
        return word + "-" + HexFormat.of().formatHex(bytes(6));
    }

    /** What is kept of a secret of 256 bits: nobody finds the secret from it, so it takes no salt and no slow hash. */
    static String sha256(String secret) {
        return Hashes.sha256(secret);
    }
}

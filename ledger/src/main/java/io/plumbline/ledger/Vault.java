package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that must be had again, so that the database and its backups hold none in clear (AES-256-GCM). The key is a file of the
 * home, readable by its owner; a database is restored together with it.
 */
public final class Vault {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * The vault of a home; its file {@code vault.key} is made if it is not there.
     *
     * @throws BadInput if the file cannot be read or made, or holds no key
     */
    public static Vault at(Path home) {
        Path file = home.resolve("vault.key");
        try {
            Files.createDirectories(home);
            if (!Files.exists(file)) {
                // Under its name only when it is whole, so that a kill leaves no half key.
                Path half = Files.createTempFile(home, "vault", ".key", Dialect.ownerOnly());
                Files.writeString(half, Base64.getEncoder().encodeToString(Secrets.bytes(KEY)));
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY) {
                throw new BadInput(file + " holds no key of " + KEY
                        + " bytes in base 64. Restore it from the backup that the ledger is from.");
            }
            return new Vault(key);
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + " is not base 64. Restore it from the backup that the ledger is from.", e);
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    /**
     * Seals a text.
     *
     * @param place what it belongs to; the sealed text opens for that alone
     */
    public String seal(String place, String text) {
        byte[] nonce = Secrets.bytes(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, place, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return Secrets.text(both);
    }

    /**
     * Opens what was sealed.
     *
     * @throws BadInput if it was sealed by another key or for another place
     */
    public String open(String place, String sealed) {
        byte[] both = Base64.getUrlDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(both, NONCE);
        return new String(
                cipher(Cipher.DECRYPT_MODE, place, nonce, Arrays.copyOfRange(both, NONCE, both.length)),
                StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, String place, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new BadInput(
                    "The secret of " + place + " does not open with this home's vault.key. Restore the key"
                            + " that the ledger is from, or set the secret anew.",
                    e);
        }
    }
}

package io.plumbline.server;

import io.plumbline.snapshot.Hashes;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes what passes by. Closing it leaves what is behind it open. */
final class HashedOutput extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest = Hashes.fresh();
    private long bytes;

    HashedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        digest.update((byte) octet);
        bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        digest.update(from, offset, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /** SHA-256 of all that came, in hexadecimal; nothing may come afterwards. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

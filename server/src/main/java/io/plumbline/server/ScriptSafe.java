package io.plumbline.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets JSON through, UTF-8, so that it can stand in a script element: there {@code </script} or {@code <!--} in a name would end the data
 * and begin something that runs. These characters stand in texts only, where JSON knows another way to write them; it is the same JSON.
 */
final class ScriptSafe extends FilterOutputStream {
    private static final byte[] SEPARATOR = {(byte) 0xE2, (byte) 0x80};

    /** How many bytes of what may become U+2028 or U+2029 have come. */
    private int held;

    ScriptSafe(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int written) throws IOException {
        int octet = written & 0xFF;
        if (held == 2 && (octet == 0xA8 || octet == 0xA9)) {
            held = 0;
            escape(octet == 0xA8 ? "\\u2028" : "\\u2029");
            return;
        }
        if (held < 2 && octet == (SEPARATOR[held] & 0xFF)) {
            held++;
            return;
        }
        release();
        if (octet == (SEPARATOR[0] & 0xFF)) {
            held = 1;
            return;
        }
        switch (octet) {
            case '<' -> escape("\\u003c");
            case '>' -> escape("\\u003e");
            case '&' -> escape("\\u0026");
            default -> out.write(octet);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void escape(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void release() throws IOException {
        out.write(SEPARATOR, 0, held);
        held = 0;
    }

    /** Flushes but for the beginning of a character that is not whole yet. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }
}

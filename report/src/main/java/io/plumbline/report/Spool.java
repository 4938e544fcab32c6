package io.plumbline.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Texts put aside in a temporary file, for a format whose order is not that of the units. The file is gone when it is closed. */
final class Spool implements Closeable {
    /** Where a text lies, in bytes. */
    record Part(long offset, int length) {}

    private final FileChannel file;
    private long end;

    Spool() throws IOException {
        file = FileChannel.open(
                Files.createTempFile("plumbline-", ".spool"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    Part add(String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        Part part = new Part(end, bytes.remaining());
        try {
            while (bytes.hasRemaining()) {
                end += file.write(bytes, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The temporary file of the report could not be written: " + e.getMessage(), e);
        }
        return part;
    }

    String read(Part part) {
        ByteBuffer bytes = ByteBuffer.allocate(part.length());
        try {
            while (bytes.hasRemaining() && file.read(bytes, part.offset() + bytes.position()) >= 0) {
                // A read may bring less than asked for.
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of the report could not be read: " + e.getMessage(), e);
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package io.plumbline.collect;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The rows read from one account, in one file that only grows: each segment is a gzip member of its own with JSON lines of one table,
 * so segments can be copied together byte for byte and still be gzip. Only segments that the run's journal names count.
 */
final class PageLog implements AutoCloseable {
    private final FileChannel channel;
    private long end;

    /**
     * Opens the log, cut back to where it was last committed.
     *
     * @param committedEnd bytes that the journal knows of
     */
    PageLog(Path file, long committedEnd) {
        try {
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            this.end = Math.min(committedEnd, channel.size());
            channel.truncate(end);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + file, e);
        }
    }

    /** Appends JSON lines of one table. */
    Segment append(String table, ByteArrayOutputStream lines) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(compressed(lines));
            synchronized (this) {
                Segment segment = new Segment(table, end, bytes.remaining());
                while (bytes.hasRemaining()) {
                    channel.write(bytes, segment.offset() + bytes.position());
                }
                end += segment.length();
                return segment;
            }
        } catch (IOException e) {
            throw new DiskTrouble("Cannot write what was read: " + e.getMessage(), e);
        }
    }

    private static byte[] compressed(ByteArrayOutputStream lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines.size() / 6 + 64);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            lines.writeTo(gzip);
        }
        return out.toByteArray();
    }

    /** Copies a segment to the end of another file. */
    void copy(long offset, long length, FileChannel to) throws IOException {
        long done = 0;
        while (done < length) {
            done += channel.transferTo(offset + done, length - done, to);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where some rows of a table stand in the log. */
    record Segment(String table, long offset, long length) {
        Segment {
            requireNonNull(table, "table");
            if (offset < 0 || length < 0) {
                throw new IllegalArgumentException("a segment at " + offset + " of " + length + " bytes");
            }
        }

        long end() {
            return offset + length;
        }
    }

    /** Rows are compressed once and read once: speed is worth more than size. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

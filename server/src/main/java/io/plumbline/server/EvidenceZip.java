package io.plumbline.server;

import io.plumbline.snapshot.Hashes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A zip that is written as it goes and ends with the SHA-256 of each file in it, in the form that {@code sha256sum -c} checks. */
final class EvidenceZip {
    private static final String SUMS = "SHA256SUMS";
    private static final byte[] LINE = {'\n'};

    private final ZipOutputStream zip;
    private final LocalDateTime moment;
    private final Map<String, String> sums = new TreeMap<>();
    private final ObjectWriter line = JsonMapper.shared().writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
    private final ObjectWriter pretty = line.withDefaultPrettyPrinter();

    /** Something that writes a file. */
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** A file that is being written; the next may begin when it is closed. */
    final class Open implements AutoCloseable {
        private final String name;
        private final MessageDigest digest = Hashes.fresh();
        private final OutputStream out = new DigestOutputStream(zip, digest);

        private Open(String name) {
            this.name = name;
        }

        /** Adds a value as JSON on a line of its own; a text is taken for JSON already. */
        void line(Object value) {
            try {
                if (value instanceof String json) {
                    out.write(json.getBytes(StandardCharsets.UTF_8));
                } else {
                    line.writeValue(out, value);
                }
                out.write(LINE);
            } catch (IOException e) {
                throw unwritten(e);
            }
        }

        @Override
        public void close() {
            try {
                zip.closeEntry();
            } catch (IOException e) {
                throw unwritten(e);
            }
            sums.put(name, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** @param moment what every file in it is dated with, so that the same evidence makes the same bytes */
    EvidenceZip(OutputStream out, Instant moment) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.moment = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Begins a file. */
    Open open(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(moment);
        try {
            zip.putNextEntry(entry);
        } catch (IOException e) {
            throw unwritten(e);
        }
        return new Open(name);
    }

    /** Adds a file of any content. */
    void file(String name, Body body) {
        try (Open file = open(name)) {
            body.write(file.out);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Adds a text. */
    void text(String name, String text) {
        file(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds one value as JSON that people can read. */
    void json(String name, Object value) {
        file(name, out -> pretty.writeValue(out, value));
    }

    /** Adds values as JSON, one a line; a text is taken for JSON already. */
    void lines(String name, Consumer<Consumer<Object>> values) {
        try (Open file = open(name)) {
            values.accept(file::line);
        }
    }

    /** Writes the sums and ends the zip; the stream stays open. */
    void finish() {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        text(SUMS, text.toString());
        try {
            zip.finish();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private static UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException("The evidence could not be written: " + e.getMessage(), e);
    }
}

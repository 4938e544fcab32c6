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

    /** Something that writes lines. */
    interface Lines {
        void write(java.util.function.Consumer<Object> line);
    }

    /** @param moment what every file in it is dated with, so that the same evidence makes the same bytes */
    EvidenceZip(OutputStream out, Instant moment) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.moment = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Adds a file of any content. */
    void file(String name, Body body) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(moment);
            zip.putNextEntry(entry);
            MessageDigest digest = Hashes.fresh();
            DigestOutputStream out = new DigestOutputStream(zip, digest);
            body.write(out);
            zip.closeEntry();
            sums.put(name, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence could not be written: " + e.getMessage(), e);
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
    void lines(String name, Lines lines) {
        file(
                name,
                out -> lines.write(value -> {
                    try {
                        if (value instanceof String json) {
                            out.write(json.getBytes(StandardCharsets.UTF_8));
                        } else {
                            line.writeValue(out, value);
                        }
                        out.write(LINE);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The evidence could not be written: " + e.getMessage(), e);
                    }
                }));
    }

    /** Writes the sums and ends the zip; the stream stays open. */
    void finish() {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        text(SUMS, text.toString());
        try {
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence could not be written: " + e.getMessage(), e);
        }
    }
}

package io.plumbline.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Streams without checked exceptions. */
final class Streams {
    private Streams() {}

    /** A part of a format that writes. */
    interface Body {
        void write(Writer writer) throws IOException;
    }

    /** Writes UTF-8 through a buffer; flushes, does not close. */
    static void write(OutputStream out, Body body) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try {
            body.write(writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The report could not be written: " + e.getMessage(), e);
        }
    }

    /** Appends where a checked exception is in the way. */
    static void append(Writer writer, CharSequence text) {
        try {
            writer.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The report could not be written: " + e.getMessage(), e);
        }
    }
}

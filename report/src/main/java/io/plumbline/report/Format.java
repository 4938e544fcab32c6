package io.plumbline.report;

import java.io.OutputStream;

/**
 * A way to write an assessment down. Implementations are public, have a public constructor without parameters, keep no state, and are
 * annotated with {@code @AutoService(Format.class)}.
 */
public interface Format {
    /** The word after {@code --format} (cli.md). */
    String id();

    /** What its file is called where several formats are written into one folder. */
    String fileName();

    /** Whether it is no text, and so nothing for a terminal. */
    default boolean binary() {
        return false;
    }

    /**
     * Writes everything, text in UTF-8. Flushes the stream and leaves it open.
     *
     * @throws java.io.UncheckedIOException if the stream cannot be written
     */
    void write(ReportInput input, OutputStream out);
}

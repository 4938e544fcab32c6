package io.plumbline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The pages as one HTML file without data, as npm builds it beside the page.
 *
 * @param before what stands before the data
 * @param after what stands after them
 */
record OfflineTemplate(String before, String after) {
    /** The file, in the page's folder. */
    static final String NAME = "offline.html";

    /** Stands in it where the data belong. */
    static final String MARK = "<!--plumbline-data-->";

    /**
     * Reads it.
     *
     * @param web the page's folder; empty if there is none
     * @throws Problem if the page was not built
     */
    static OfflineTemplate in(Optional<Path> web) {
        Path file = web.map(folder -> folder.resolve(NAME))
                .filter(Files::isRegularFile)
                .orElseThrow(
                        () -> Problem.notReady(
                                "This server has no " + NAME
                                        + ": the page was not built with it. Build it where npm is (make dist), or take the HTML report."));
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            int mark = text.indexOf(MARK);
            if (mark < 0) {
                throw new IllegalStateException(file + " has no place for data: " + MARK + " is missing");
            }
            return new OfflineTemplate(text.substring(0, mark), text.substring(mark + MARK.length()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}

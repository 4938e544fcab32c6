package io.plumbline.cli;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file that somebody named. */
final class OptionFile {
    private OptionFile() {}

    /**
     * Reads it, as UTF-8.
     *
     * @param option what named it, such as {@code --parameters}
     * @throws BadInput if it cannot be read
     */
    static String text(Path file, String option) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInput(
                    option + " " + file + " cannot be read: "
                            + (Files.exists(file) ? e.getMessage() : "there is no such file"),
                    e);
        }
    }
}

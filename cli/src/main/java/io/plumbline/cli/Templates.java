package io.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that new things start from. */
final class Templates {
    private Templates() {}

    /**
     * Writes a template into a file, whose folder it makes.
     *
     * @param word what stands between two {@code @} in the template and is replaced
     */
    static void write(String template, Path file, String word, String replacement) {
        try (InputStream in = Templates.class.getResourceAsStream("/io/plumbline/cli/templates/" + template)) {
            if (in == null) {
                throw new IllegalStateException("no template " + template);
            }
            write(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@" + word + "@", replacement), file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the template " + template, e);
        }
    }

    /** Writes a text into a file, whose folder it makes. */
    static void write(String text, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}

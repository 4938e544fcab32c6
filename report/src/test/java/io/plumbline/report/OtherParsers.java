package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads reports back with parsers that other people wrote. They live in Python, in the environment that {@code make test} makes of
 * {@code tools/requirements.txt}; each reader script fails on what its parser does not like and prints what it read as JSON.
 */
final class OtherParsers {
    private OtherParsers() {}

    /** Writes the report to a file of the folder and reads it with {@code readers/read_ID.py}. */
    static JsonNode read(String format, ReportInput input, Path folder) {
        try {
            Path report = folder.resolve(Formats.of(format).fileName());
            try (OutputStream out = Files.newOutputStream(report)) {
                Formats.of(format).write(input, out);
            }
            Path answer = folder.resolve(format + ".answer");
            Path script = Path.of(OtherParsers.class
                    .getResource("readers/read_" + format + ".py")
                    .toURI());
            Process process = new ProcessBuilder(python().toString(), "-B", script.toString(), report.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the reader of " + format + " ends")
                    .isTrue();
            String text = Files.readString(answer);
            assertThat(process.exitValue())
                    .as("what the reader of " + format + " says: " + text)
                    .isZero();
            return JsonMapper.shared().readTree(text);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path python() {
        String named = System.getProperty("plumbline.python", "");
        Path python = named.isEmpty() ? Path.of("..", ".venv", "bin", "python") : Path.of(named);
        if (!Files.isExecutable(python)) {
            fail(
                    "There is no Python at " + python.toAbsolutePath().normalize()
                            + ". Run `make test`, which makes it with all that the tests need, or name one with -Dplumbline.python=PATH.");
        }
        return python.toAbsolutePath();
    }
}

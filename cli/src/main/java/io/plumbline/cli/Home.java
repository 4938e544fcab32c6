package io.plumbline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --home}, which every command that keeps something has. */
final class Home {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Where snapshots, ledger, trail and cache are kept (default: $PLUMBLINE_HOME, else ~/.plumbline).")
    private @Nullable Path given;

    Path path() {
        return Optional.ofNullable(given)
                .orElseGet(Home::standard)
                .toAbsolutePath()
                .normalize();
    }

    static Path standard() {
        return Optional.ofNullable(System.getenv("PLUMBLINE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".plumbline"));
    }
}

package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules and frameworks there are: the built-in ones, and with {@code --rules-dir} a user's own. */
final class CatalogOption {
    @Option(
            names = "--rules-dir",
            paramLabel = "DIR",
            description = "A folder of your own rules and frameworks beside the built-in ones.")
    private @Nullable Path rulesFolder;

    Catalog load() {
        return Catalog.load(Optional.ofNullable(rulesFolder));
    }
}

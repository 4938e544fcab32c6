package io.plumbline.cli;

import io.plumbline.ledger.Ledger;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which ledger a command works with. */
final class LedgerOptions {
    @Mixin
    private final Home home = new Home();

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description =
                    "The ledger's JDBC URL, such as jdbc:postgresql://host/name (default: ledger.db in the home).")
    private @Nullable String ledger;

    Ledger open() {
        return Ledger.of(home(), Optional.ofNullable(ledger));
    }

    Path home() {
        return home.path();
    }
}

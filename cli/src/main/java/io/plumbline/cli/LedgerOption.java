package io.plumbline.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger a command works with. */
final class LedgerOption {
    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description =
                    "The ledger's JDBC URL, such as jdbc:postgresql://host/name (default: ledger.db in the home).")
    private @Nullable String ledger;

    /** Its URL; empty for the one in the home. */
    Optional<String> url() {
        return Optional.ofNullable(ledger);
    }
}

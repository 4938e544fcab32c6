package io.plumbline.cli;

import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Visible;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline exceptions export}. */
@Command(
        name = "export",
        description = {
            "Print the exceptions in force as YAML, for those who keep them in Git.",
            "plumbline exceptions import and scan --exceptions read the file."
        },
        footer = {"", "Example: plumbline exceptions export > exceptions.yaml"})
final class ExceptionsExportCommand implements Callable<Integer> {
    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Ledger open = ledger.open()) {
            spec.commandLine()
                    .getOut()
                    .print(open.exceptions(catalog.load())
                            .exportYaml(Visible.ALL, InstantSource.system().instant()));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}

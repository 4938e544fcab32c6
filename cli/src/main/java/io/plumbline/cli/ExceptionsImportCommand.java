package io.plumbline.cli;

import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Exceptions;
import io.plumbline.ledger.ImportReport;
import io.plumbline.ledger.ImportTerms;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.MutelistImport;
import io.plumbline.ledger.ScoutExceptions;
import io.plumbline.ledger.Translation;
import io.plumbline.ledger.Visible;
import io.plumbline.model.BadInput;
import io.plumbline.report.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline exceptions import FILE}. */
@Command(
        name = "import",
        description = {
            "Take exceptions over from a YAML file, from Prowler's mute list, or from ScoutSuite's exceptions.",
            "The other tools' lists say neither why nor whose risk it is, and never end: --reason, --owner, --approver and --expires say it",
            "for all of them. What cannot be said without hiding more than it did there is left out, and listed."
        },
        footer = {
            "",
            "Example: plumbline exceptions import mutelist.yaml --from prowler --reason \"taken over\" --owner ops --approver ciso"
                    + " --expires 2027-03-31"
        })
final class ExceptionsImportCommand implements Callable<Integer> {
    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Parameters(paramLabel = "FILE", description = "The file to read.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            description = "plumbline, prowler or scoutsuite (default: ${DEFAULT-VALUE}).",
            defaultValue = "plumbline")
    private Tool from = Tool.plumbline;

    @Option(names = "--account", paramLabel = "ID", description = "ScoutSuite: the account that its report is of.")
    private @Nullable String account;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is right to live with all of this.")
    private @Nullable String reason;

    @Option(names = "--owner", paramLabel = "NAME", description = "Whose risk it is.")
    private @Nullable String owner;

    @Option(names = "--approver", paramLabel = "NAME", description = "Who stands for it; not the owner.")
    private @Nullable String approver;

    @Option(
            names = "--expires",
            paramLabel = "DAY",
            description = "The last day on which they hold, such as 2027-03-31.")
    private @Nullable LocalDate expires;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Whose file it is. */
    enum Tool {
        plumbline,
        prowler,
        scoutsuite
    }

    @Override
    public Integer call() {
        String text = text();
        Instant now = InstantSource.system().instant();
        Actor actor = Actor.person(System.getProperty("user.name"));
        ImportReport report;
        try (Ledger open = ledger.open()) {
            Exceptions exceptions = open.exceptions(catalog.load());
            report = switch (from) {
                case plumbline -> exceptions.importYaml(file.toString(), text, actor, Visible.ALL, now);
                case prowler ->
                    exceptions.take(MutelistImport.translate(file.toString(), text, terms()), actor, Visible.ALL, now);
                case scoutsuite -> exceptions.take(scoutsuite(text), actor, Visible.ALL, now);
            };
        }
        print(report, spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    private Translation scoutsuite(String text) {
        return ScoutExceptions.translate(file.toString(), text, given("--account", account), terms());
    }

    private ImportTerms terms() {
        return new ImportTerms(
                given("--reason", reason),
                given("--owner", owner),
                given("--approver", approver),
                given("--expires", expires)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    private <T> T given(String option, @Nullable T value) {
        if (value == null) {
            throw new ParameterException(
                    spec.commandLine(), "--from " + from + " needs " + option + ": the file does not say it.");
        }
        return value;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadInput("There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw new BadInput(file + " is no text in UTF-8. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void print(ImportReport report, PrintWriter out) {
        out.println(report.taken() + " taken over, " + report.skipped().size() + " not or not wholly"
                + (report.skipped().isEmpty() ? "." : ":"));
        report.skipped()
                .forEach(skipped -> PlainText.wrap(skipped.entry() + ": " + skipped.why(), TextTable.WIDTH - 2)
                        .forEach(line -> out.println("  " + line)));
        out.flush();
    }
}

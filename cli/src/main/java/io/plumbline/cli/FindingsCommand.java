package io.plumbline.cli;

import io.plumbline.ledger.Finding;
import io.plumbline.ledger.FindingOrder;
import io.plumbline.ledger.FindingQuery;
import io.plumbline.ledger.FindingState;
import io.plumbline.ledger.Findings;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Page;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.Visible;
import io.plumbline.model.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline findings}. */
@Command(
        name = "findings",
        description = {
            "List failures as they are followed over time: since when, how often they came back, whose they are.",
            "Every scan lets them follow; people work on them in the Compliance Center (plumbline serve)."
        },
        subcommands = FindingsFixCommand.class,
        footer = {"", "Example: plumbline findings --severity high --uncovered"})
final class FindingsCommand implements Callable<Integer> {
    private static final int SHOWN = 200;

    private static final List<String> FIELDS = List.of(
            "id",
            "rule",
            "severity",
            "accountId",
            "accountName",
            "region",
            "unit",
            "asset",
            "state",
            "reason",
            "firstSeen",
            "lastSeen",
            "resolvedAt",
            "reopened",
            "owner",
            "disposition",
            "exception",
            "ticket");

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final RowsFormatOption format = new RowsFormatOption();

    @Option(
            names = "--state",
            paramLabel = "S",
            description = "open, resolved or all (default: ${DEFAULT-VALUE}).",
            defaultValue = "open")
    private State state = State.open;

    @Option(
            names = "--severity",
            paramLabel = "S",
            description = "Only this severity and above: informational, low, medium, high, critical.")
    private @Nullable String severity;

    @Option(names = "--accounts", split = ",", paramLabel = "ID", description = "Only these accounts.")
    private List<String> accounts = List.of();

    @Option(
            names = "--ous",
            split = ",",
            paramLabel = "OU",
            description = "Only accounts of these units: names, paths or ids.")
    private List<String> ous = List.of();

    @Option(names = "--rules", split = ",", paramLabel = "RULE", description = "Only of these rules.")
    private List<String> rules = List.of();

    @Option(names = "--uncovered", description = "Only those that no exception covers.")
    private boolean uncovered;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only those that hold a text: unit, asset, reason, owner, ticket.")
    private @Nullable String text;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** The words after {@code --state}. */
    enum State {
        open,
        resolved,
        all
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger open = ledger.open()) {
            Findings findings = open.findings();
            switch (format.chosen()) {
                case json ->
                    out.println(JsonMapper.shared()
                            .writeValueAsString(all(findings).stream()
                                    .map(FindingsCommand::json)
                                    .toList()));
                case csv ->
                    CsvRows.print(
                            out,
                            FIELDS,
                            all(findings).stream()
                                    .<List<?>>map(FindingsCommand::row)
                                    .toList());
                case table -> print(findings, out);
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    private FindingQuery query() {
        return new FindingQuery(
                switch (state) {
                    case open -> Set.of(FindingState.OPEN);
                    case resolved -> Set.of(FindingState.RESOLVED);
                    case all -> Set.of();
                },
                uncovered ? Optional.of(false) : Optional.empty(),
                Set.copyOf(rules),
                Set.copyOf(accounts),
                Set.copyOf(ous),
                Set.of(),
                severities(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(text));
    }

    private Set<Severity> severities() {
        try {
            return severity == null ? Set.of() : EnumSet.range(Severity.of(severity), Severity.CRITICAL);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--severity: " + e.getMessage(), e);
        }
    }

    private Page<Finding> page(Findings findings, Paging paging) {
        return findings.page(query(), FindingOrder.SEVERITY, true, paging, Visible.ALL);
    }

    private List<Finding> all(Findings findings) {
        List<Finding> all = new ArrayList<>();
        Page.all(paging -> page(findings, paging), all::add);
        return all;
    }

    /** Its {@link #FIELDS}; what it has not is empty. */
    private static List<Object> row(Finding one) {
        return List.of(
                one.id(),
                one.rule(),
                one.severity().word(),
                one.accountId(),
                one.accountName(),
                one.region(),
                one.unit(),
                one.asset().orElse(""),
                one.state().name().toLowerCase(Locale.ROOT),
                one.reason(),
                one.firstSeen().toString(),
                one.lastSeen().toString(),
                one.resolvedAt().map(Object::toString).orElse(""),
                one.reopened(),
                one.owner().orElse(""),
                one.disposition().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                one.exception().orElse(""),
                one.ticket().orElse(""));
    }

    private static Map<String, @Nullable Object> json(Finding one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<Object> row = row(one);
        for (int i = 0; i < row.size(); i++) {
            json.put(FIELDS.get(i), row.get(i).equals("") ? null : row.get(i));
        }
        return json;
    }

    private void print(Findings findings, PrintWriter out) {
        Page<Finding> page = page(findings, new Paging(1, SHOWN));
        if (page.items().isEmpty()) {
            out.println("No finding" + (state == State.open ? " is open." : ".")
                    + " Findings follow scans: plumbline scan");
            return;
        }
        TextTable table = new TextTable("SEVERITY", "RULE", "ACCOUNT", "SINCE", "BACK", "OWNER", "EXCEPTION", "UNIT");
        page.items()
                .forEach(one -> table.add(
                        one.severity().word(),
                        one.rule(),
                        one.accountName().isBlank() ? one.accountId() : one.accountName(),
                        one.firstSeen().toString().substring(0, 10),
                        one.reopened(),
                        one.owner().orElse(""),
                        one.exception().orElse(""),
                        one.unit()));
        table.print(out);
        if (page.total() > page.items().size()) {
            out.println();
            out.println("These are the first " + page.items().size() + " of " + page.total()
                    + ". --format json or csv prints all.");
        }
    }
}

package io.plumbline.cli;

import io.plumbline.assess.Waiver;
import io.plumbline.ledger.Exceptions;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Page;
import io.plumbline.ledger.Visible;
import io.plumbline.ledger.WaiverEntry;
import io.plumbline.ledger.WaiverQuery;
import io.plumbline.ledger.WaiverState;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline exceptions list}. */
@Command(
        name = "list",
        description =
                "List exceptions: those in force and those that wait for somebody's approval, or with --all each there ever was.",
        footer = {"", "Example: plumbline exceptions list --format json"})
final class ExceptionsListCommand implements Callable<Integer> {
    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    @Mixin
    private final RowsFormatOption format = new RowsFormatOption();

    @Option(names = "--all", description = "Rejected, ended and expired ones, too.")
    private boolean all;

    @Option(names = "--rules", split = ",", paramLabel = "RULE", description = "Only on these rules.")
    private List<String> rules = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<WaiverEntry> entries;
        try (Ledger open = ledger.open()) {
            entries = entries(
                    open.exceptions(catalog.load()), InstantSource.system().instant());
        }
        switch (format.chosen()) {
            case json ->
                out.println(JsonMapper.shared()
                        .writeValueAsString(entries.stream()
                                .map(ExceptionsListCommand::json)
                                .toList()));
            case csv ->
                CsvRows.print(
                        out,
                        List.of(
                                "id",
                                "state",
                                "rules",
                                "scope",
                                "reason",
                                "owner",
                                "proposedBy",
                                "decidedBy",
                                "expires",
                                "covers"),
                        entries.stream().map(ExceptionsListCommand::row).toList());
            case table -> print(entries, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private List<WaiverEntry> entries(Exceptions exceptions, Instant now) {
        WaiverQuery query = new WaiverQuery(Set.of(), rules, Optional.empty());
        List<WaiverEntry> entries = new ArrayList<>();
        Page.all(paging -> exceptions.page(query, Visible.ALL, paging, now), entry -> {
            if (all || entry.state().inForce() || entry.state() == WaiverState.PROPOSED) {
                entries.add(entry);
            }
        });
        return entries;
    }

    private static List<?> row(WaiverEntry entry) {
        return List.of(
                entry.id(),
                entry.state().word(),
                String.join(" ", entry.rules()),
                scope(entry.scope()),
                entry.reason(),
                entry.owner(),
                entry.proposed().by(),
                entry.decided().map(WaiverEntry.Deed::by).orElse(""),
                entry.expires().toString(),
                entry.covers());
    }

    private static Map<String, @Nullable Object> json(WaiverEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", entry.id());
        json.put("state", entry.state().word());
        json.put("rules", entry.rules());
        json.put("scope", entry.scope());
        json.put("reason", entry.reason());
        json.put("owner", entry.owner());
        json.put("proposedBy", entry.proposed().by());
        json.put("proposedAt", entry.proposed().at().toString());
        json.put("decidedBy", entry.decided().map(WaiverEntry.Deed::by).orElse(null));
        json.put("decidedAt", entry.decided().map(deed -> deed.at().toString()).orElse(null));
        json.put("expires", entry.expires().toString());
        json.put("covers", entry.covers());
        return json;
    }

    private static void print(List<WaiverEntry> entries, PrintWriter out) {
        if (entries.isEmpty()) {
            out.println("No exception is in force or waits for approval.");
            return;
        }
        TextTable table = new TextTable("ID", "STATE", "RULES", "SCOPE", "OWNER", "LAST DAY", "COVERS", "REASON");
        entries.forEach(entry -> table.add(
                entry.id(),
                entry.state().word(),
                String.join(" ", entry.rules()),
                scope(entry.scope()),
                entry.owner(),
                entry.expires().minusMillis(1).toString().substring(0, 10),
                entry.covers(),
                entry.reason()));
        table.print(out);
    }

    private static String scope(Waiver.Scope scope) {
        List<String> parts = new ArrayList<>();
        parts.addAll(scope.accounts());
        parts.addAll(scope.ous());
        parts.addAll(scope.regions());
        parts.addAll(scope.arns());
        scope.tags().forEach((key, values) -> parts.add(key + "=" + String.join("|", values)));
        return String.join(" ", parts);
    }
}

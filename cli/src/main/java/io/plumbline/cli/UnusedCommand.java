package io.plumbline.cli;

import io.plumbline.inventory.Inventory;
import io.plumbline.inventory.Unused;
import io.plumbline.report.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline unused}. */
@Command(
        name = "unused",
        description = {
            "List what nobody uses: security groups, volumes, addresses, network interfaces, load balancers, images, snapshots.",
            "A thing is UNKNOWN where what might use it was not read."
        },
        footer = {"", "Example: plumbline unused --format csv > unused.csv"})
final class UnusedCommand implements Callable<Integer> {
    @Mixin
    private final InventoryOptions options = new InventoryOptions();

    @Mixin
    private final RowsFormatOption format = new RowsFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inventory inventory = options.inventory(spec.commandLine().getErr());
        Unused unused = Unused.of(inventory);
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> out.println(JsonMapper.shared().writeValueAsString(json(inventory, unused)));
            case csv ->
                CsvRows.print(
                        out,
                        List.of("kind", "status", "account_id", "region", "arn", "name", "age_days", "why", "missing"),
                        unused.findings().stream()
                                .<List<?>>map(one -> List.of(
                                        one.kind(),
                                        one.status(),
                                        one.accountId(),
                                        one.region(),
                                        one.arn(),
                                        one.name(),
                                        age(one.ageDays()),
                                        one.why(),
                                        String.join("; ", one.missing())))
                                .toList());
            case table -> print(unused, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static String age(OptionalLong days) {
        return days.isPresent() ? Long.toString(days.getAsLong()) : "";
    }

    private static Map<String, Object> json(Inventory inventory, Unused unused) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("snapshot", inventory.snapshot().manifest().id());
        json.put("unused", unused.findings().stream().map(UnusedCommand::json).toList());
        json.put("gaps", unused.gaps());
        return json;
    }

    private static Map<String, Object> json(Unused.Finding one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", one.kind());
        json.put("status", one.status());
        json.put("arn", one.arn());
        json.put("accountId", one.accountId());
        json.put("region", one.region());
        json.put("name", one.name());
        json.put("why", one.why());
        json.put("missing", one.missing());
        json.put("ageDays", one.ageDays().isPresent() ? one.ageDays().getAsLong() : null);
        return json;
    }

    private static void print(Unused unused, PrintWriter out) {
        Map<String, List<Unused.Finding>> kinds = unused.findings().stream()
                .collect(Collectors.groupingBy(Unused.Finding::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, findings) -> {
            long known = findings.stream()
                    .filter(one -> one.status() == Unused.Status.UNUSED)
                    .count();
            out.println(kind + ": " + PlainText.number(known) + " unused, " + PlainText.number(findings.size() - known)
                    + " unknown");
            TextTable table = new TextTable("STATUS", "ACCOUNT", "REGION", "ID", "NAME", "DAYS", "WHY");
            findings.forEach(one -> table.add(
                    one.status(),
                    one.accountId(),
                    one.region(),
                    one.arn()
                            .substring(Math.max(
                                            one.arn().lastIndexOf('/'),
                                            one.arn().lastIndexOf(':'))
                                    + 1),
                    one.name(),
                    age(one.ageDays()),
                    one.missing().isEmpty() ? one.why() : String.join("; ", one.missing())));
            table.print(out);
            out.println();
        });
        if (kinds.isEmpty()) {
            out.println("Nothing unused was found.");
        }
        gaps(unused).forEach(out::println);
    }

    /** One line for each reason, not one for each region of a large organization. */
    private static List<String> gaps(Unused unused) {
        Map<String, List<Unused.Gap>> reasons = unused.gaps().stream()
                .collect(Collectors.groupingBy(
                        gap -> gap.kind() + " (" + gap.table() + "): " + gap.why(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<String> lines = new ArrayList<>();
        reasons.forEach((reason, gaps) -> lines.addAll(PlainText.wrap(
                "Not looked for: " + reason
                        + (gaps.getFirst().accountId().isEmpty()
                                ? "; collect it with: plumbline scan --types "
                                        + gaps.getFirst().table()
                                : " in " + gaps.getFirst().accountId() + " "
                                        + gaps.getFirst().region()
                                        + (gaps.size() > 1 ? " and " + (gaps.size() - 1) + " more" : "")),
                TextTable.WIDTH)));
        return lines;
    }
}

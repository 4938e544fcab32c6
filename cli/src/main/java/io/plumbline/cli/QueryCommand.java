package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.Inventory;
import io.plumbline.report.CsvFormat;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.UserQuery;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline query "SQL"}. */
@Command(
        name = "query",
        description = "Ask a snapshot in SQL (DuckDB's; one SELECT, nothing is written).",
        footer = {
            "",
            "Example: plumbline query \"select account_id, count(*) from aws_iam_user group by all\"",
            "In CSV (RFC 4180) lists and structures are JSON, and text that a spreadsheet would run as a formula begins with an apostrophe.",
            "The journal of what was read is the table `journal`; asset, asset_relation and account_reference are worked out of all the others."
        })
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Parameters(paramLabel = "SQL", description = "One SELECT over the tables that `plumbline tables` lists.")
    @SuppressWarnings("NullAway.Init")
    private String sql;

    @Option(names = "--snapshot", paramLabel = "ID", description = "The snapshot to ask (default: the newest).")
    private @Nullable String snapshot;

    @Mixin
    private final RowsFormatOption format = new RowsFormatOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Rows at most (default: ${DEFAULT-VALUE}).",
            defaultValue = "10000")
    private long limit;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Seconds at most (default: ${DEFAULT-VALUE}).",
            defaultValue = "60")
    private long seconds;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Snapshot asked = Snapshots.choose(new SnapshotStore(home.path()), snapshot);
        AwsTypes types = AwsTypes.load();
        UserQuery.Answer answer = UserQuery.ask(
                asked,
                types,
                sql,
                limit,
                Duration.ofSeconds(seconds),
                (database, named) -> Inventory.attachIfNamed(named, asked, types, database));
        answer.notes().forEach(note -> spec.commandLine().getErr().println("Note: " + note));
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> out.println(JsonMapper.shared().writeValueAsString(Map.of("rows", answer.asMaps())));
            case csv -> csv(answer, out);
            case table -> print(answer, out);
        }
        out.flush();
        if (answer.cut()) {
            spec.commandLine().getErr().println("Only the first " + limit + " rows; --limit N shows more.");
        }
        return ExitCode.DONE;
    }

    private static void csv(UserQuery.Answer answer, PrintWriter out) {
        try {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(answer.columns());
            for (List<@Nullable Object> row : answer.rows()) {
                printer.printRecord(row.stream().map(QueryCommand::csvCell));
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The rows cannot be printed: " + e.getMessage(), e);
        }
    }

    private static Object csvCell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean bool -> bool;
            case Number number -> number;
            case String text -> CsvFormat.harmless(text);
            default -> JsonMapper.shared().writeValueAsString(value);
        };
    }

    private static void print(UserQuery.Answer answer, PrintWriter out) {
        List<List<String>> lines = answer.rows().stream()
                .map(row ->
                        row.stream().map(value -> cell(String.valueOf(value))).toList())
                .toList();
        int[] widths = new int[answer.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            int at = i;
            widths[i] = Math.max(
                    answer.columns().get(i).length(),
                    lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
        }
        line(answer.columns(), widths, out);
        lines.forEach(row -> line(row, widths, out));
        out.println("(" + lines.size() + (lines.size() == 1 ? " row)" : " rows)"));
    }

    private static String cell(String text) {
        String one = text.replace('\n', ' ');
        return one.length() > 80 ? one.substring(0, 79) + "…" : one;
    }

    private static void line(List<String> values, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(values.get(i)).repeat(' ', widths[i] - values.get(i).length() + 2);
        }
        out.println(line.toString().stripTrailing());
    }
}

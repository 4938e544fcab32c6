package io.plumbline.cli;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Pins;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline snapshots}. */
@Command(
        name = "snapshots",
        description = "List the snapshots of the home, oldest first; a damaged one is marked.",
        subcommands = {SnapshotsPruneCommand.class, SnapshotsKeepCommand.class},
        footer = {"", "Example: plumbline snapshots --format json"})
final class SnapshotsCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Option(
            names = "--check",
            description = "Read every file and compare it with what was written; without it only sizes are compared.")
    private boolean check;

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * A snapshot of the list.
     *
     * @param manifest empty if it cannot be read
     * @param damage what is wrong with its files
     */
    private record Row(String id, Optional<Manifest> manifest, boolean kept, List<String> damage) {}

    @Override
    public Integer call() {
        SnapshotStore store = new SnapshotStore(home.path());
        List<Row> rows = store.ids().stream().map(id -> row(store, id)).toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json ->
                out.println(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "snapshots",
                                rows.stream().map(SnapshotsCommand::json).toList())));
            case table -> table(rows, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private Row row(SnapshotStore store, String id) {
        try {
            Snapshot snapshot = store.get(id);
            return new Row(id, Optional.of(snapshot.manifest()), Pins.kept(snapshot), snapshot.damage(check));
        } catch (BadInput e) {
            return new Row(id, Optional.empty(), false, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The manifest's own fields, and what is known besides. */
    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("kept", row.kept());
        json.put("damage", row.damage());
        row.manifest().ifPresent(manifest -> {
            JsonMapper mapper = JsonMapper.shared();
            mapper.valueToTree(manifest).properties().forEach(field -> json.put(field.getKey(), field.getValue()));
        });
        return json;
    }

    private void table(List<Row> rows, PrintWriter out) {
        if (rows.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("No snapshots in " + home.path() + ". Make one: plumbline scan, or plumbline demo.");
            return;
        }
        out.printf("%-24s %8s %7s %9s  %s%n", "SNAPSHOT", "ACCOUNTS", "ENTERED", "ROWS", "SCOPE");
        for (Row row : rows) {
            row.manifest()
                    .ifPresentOrElse(
                            manifest -> out.printf(
                                    "%-24s %8d %7d %9d  %s%s%n",
                                    row.id(),
                                    manifest.accounts().size(),
                                    manifest.accounts().stream()
                                            .filter(Manifest.Account::entered)
                                            .count(),
                                    manifest.tables().values().stream()
                                            .mapToLong(Manifest.TableFile::rows)
                                            .sum(),
                                    manifest.scope(),
                                    row.kept() ? " (kept)" : ""),
                            () -> out.println(row.id()));
            row.damage().forEach(trouble -> out.println("  damaged: " + trouble));
        }
    }
}

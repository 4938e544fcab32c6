package io.plumbline.cli;

import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
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
        description = "List the snapshots of the home, oldest first.",
        footer = {"", "Example: plumbline snapshots --format json"})
final class SnapshotsCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "table or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    @SuppressWarnings("NullAway.Init")
    private TextFormat format;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        SnapshotStore store = new SnapshotStore(home.path());
        List<Manifest> manifests =
                store.ids().stream().map(id -> store.get(id).manifest()).toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json -> out.println(JsonMapper.shared().writeValueAsString(Map.of("snapshots", manifests)));
            case table -> {
                if (manifests.isEmpty()) {
                    spec.commandLine()
                            .getErr()
                            .println("No snapshots in " + home.path()
                                    + ". Make one: plumbline scan, or plumbline demo.");
                } else {
                    out.printf("%-24s %8s %7s %9s  %s%n", "SNAPSHOT", "ACCOUNTS", "ENTERED", "ROWS", "SCOPE");
                }
                manifests.forEach(manifest -> out.printf(
                        "%-24s %8d %7d %9d  %s%n",
                        manifest.id(),
                        manifest.accounts().size(),
                        manifest.accounts().stream()
                                .filter(Manifest.Account::entered)
                                .count(),
                        manifest.tables().values().stream()
                                .mapToLong(Manifest.TableFile::rows)
                                .sum(),
                        manifest.scope()));
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}

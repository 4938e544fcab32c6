package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Comparison;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline diff A B}. */
@Command(
        name = "diff",
        description = "Show what is new, gone and changed between two snapshots.",
        footer = {"", "Example: plumbline diff 2026-11-20T23-19-02Z 2026-11-21T23-19-02Z"})
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Parameters(index = "0", paramLabel = "A", description = "The earlier snapshot.")
    @SuppressWarnings("NullAway.Init")
    private String before;

    @Parameters(index = "1", paramLabel = "B", description = "The later snapshot.")
    @SuppressWarnings("NullAway.Init")
    private String after;

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
        List<Comparison.Change> changes = Comparison.of(store.get(before), store.get(after), AwsTypes.load());
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json ->
                out.println(JsonMapper.shared()
                        .writeValueAsString(Map.of("before", before, "after", after, "changes", changes)));
            case table -> {
                changes.forEach(change -> out.println(change.kind().word() + "  " + change.table() + "  " + change.arn()
                        + (change.columns().isEmpty() ? "" : "  (" + String.join(", ", change.columns()) + ")")));
                out.println(changes.size() + (changes.size() == 1 ? " change" : " changes"));
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}

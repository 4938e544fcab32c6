package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Comparison;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline diff A B}. */
@Command(
        name = "diff",
        description = {
            "Show what is new, gone and changed between two snapshots, field by field.",
            "What was not read in both is not compared. Left out are fields that move by themselves: last uses, deliveries, fill levels."
        },
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

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        SnapshotStore store = new SnapshotStore(home.path());
        PrintWriter out = spec.commandLine().getOut();
        try (Comparison comparison = new Comparison(store.get(before), store.get(after), AwsTypes.load())) {
            switch (format.chosen()) {
                case json -> json(comparison, out);
                case table -> {
                    DiffLines lines = new DiffLines(out);
                    comparison.changes(lines::change);
                    lines.end(comparison.notCompared());
                }
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** One document, written as the changes come. */
    private void json(Comparison comparison, PrintWriter out) {
        JsonMapper mapper = JsonMapper.shared();
        out.print("{\"before\":" + mapper.writeValueAsString(before) + ",\"after\":" + mapper.writeValueAsString(after)
                + ",\"changes\":[");
        AtomicBoolean more = new AtomicBoolean();
        comparison.changes(change -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", change.kind().word());
            json.put("table", change.table());
            json.put("accountId", change.accountId());
            json.put("region", change.region());
            json.put("arn", change.arn());
            json.put("name", change.name());
            json.put("fields", change.fields());
            out.print((more.getAndSet(true) ? ",\n" : "\n") + mapper.writeValueAsString(json));
        });
        out.print("],\"notCompared\":[");
        more.set(false);
        for (Comparison.NotCompared cell : comparison.notCompared()) {
            out.print((more.getAndSet(true) ? ",\n" : "\n") + mapper.writeValueAsString(cell));
        }
        out.println("]}");
    }
}

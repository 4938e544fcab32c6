package io.plumbline.cli;

import io.plumbline.collect.HomeLock;
import io.plumbline.snapshot.Pruning;
import io.plumbline.snapshot.Retention;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline snapshots prune}. */
@Command(
        name = "prune",
        description = {
            "Delete old snapshots by a policy; one is kept if any --keep option says so. Each scope is counted by itself.",
            "Never deleted: the newest of a scope, one kept by hand (snapshots keep), one that findings refer to, a damaged one."
        },
        footer = {
            "",
            "Example: plumbline snapshots prune --keep-daily 30 --keep-monthly 12 --dry-run",
            "The policy may stand in plumbline.yaml, under `snapshots prune:`, such as `keep-daily: 30`."
        })
final class SnapshotsPruneCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Option(names = "--keep-last", paramLabel = "N", description = "The newest N.", defaultValue = "0")
    private int last;

    @Option(
            names = "--keep-daily",
            paramLabel = "N",
            description = "The newest of each of the last N days with a scan (UTC).",
            defaultValue = "0")
    private int daily;

    @Option(
            names = "--keep-weekly",
            paramLabel = "N",
            description = "The newest of each of the last N weeks.",
            defaultValue = "0")
    private int weekly;

    @Option(
            names = "--keep-monthly",
            paramLabel = "N",
            description = "The newest of each of the last N months.",
            defaultValue = "0")
    private int monthly;

    @Option(names = "--dry-run", description = "Only say what would be deleted.")
    private boolean dryRun;

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        SnapshotStore store = new SnapshotStore(home.path());
        try (HomeLock lock = HomeLock.take(home.path())) {
            Pruning pruning = Pruning.of(store, policy(), Set.of());
            if (!dryRun) {
                pruning.delete(store);
            }
            print(pruning, spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }

    private Retention policy() {
        if (Math.min(Math.min(last, daily), Math.min(weekly, monthly)) < 0) {
            throw new ParameterException(spec.commandLine(), "a --keep option takes 0 or more");
        }
        Retention policy = new Retention(last, daily, weekly, monthly);
        if (policy.keepsNothing()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "nothing says what to keep: give at least one of --keep-last, --keep-daily, --keep-weekly, --keep-monthly");
        }
        return policy;
    }

    private void print(Pruning pruning, PrintWriter out) {
        switch (format.chosen()) {
            case json -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("dryRun", dryRun);
                json.put("deleted", pruning.deleted());
                json.put("freedBytes", pruning.freed());
                json.put("kept", pruning.kept());
                out.println(JsonMapper.shared().writeValueAsString(json));
            }
            case table -> {
                pruning.deleted().forEach(id -> out.printf("%-24s %s%n", id, dryRun ? "would go" : "deleted"));
                pruning.kept().forEach((id, why) -> out.printf("%-24s kept: %s%n", id, why));
                int number = pruning.deleted().size();
                out.println((dryRun ? "Would delete " : "Deleted ")
                        + number
                        + (number == 1 ? " snapshot" : " snapshots")
                        + (dryRun ? " and free " : ", freed ")
                        + Sizes.words(pruning.freed()));
            }
        }
        out.flush();
    }
}

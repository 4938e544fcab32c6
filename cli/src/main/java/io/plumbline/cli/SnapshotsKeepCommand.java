package io.plumbline.cli;

import io.plumbline.snapshot.Pins;
import io.plumbline.snapshot.SnapshotStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline snapshots keep ID}. */
@Command(
        name = "keep",
        description = "Keep a snapshot whatever a policy says, or with --release no longer.",
        footer = {"", "Example: plumbline snapshots keep 2026-11-21T23-19-02Z"})
final class SnapshotsKeepCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Parameters(paramLabel = "ID", description = "The snapshot.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--release", description = "Keep it no longer: the next prune may delete it.")
    private boolean release;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Pins.set(new SnapshotStore(home.path()).get(id), !release);
        spec.commandLine().getOut().println(id + (release ? " is kept no longer" : " is kept"));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}

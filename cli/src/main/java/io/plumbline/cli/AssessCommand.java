package io.plumbline.cli;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.SnapshotStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline assess}. */
@Command(
        name = "assess",
        description = "Judge a snapshot again, without AWS.",
        footer = {"", "Example: plumbline assess --format json > verdicts.json"})
final class AssessCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Mixin
    private final WhatOptions what = new WhatOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--snapshot", paramLabel = "ID", description = "The snapshot to judge (default: the newest).")
    private @Nullable String snapshot;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "What to take for now instead of the snapshot's time, such as 2026-11-21T00:00:00Z.")
    private @Nullable String now;

    @Option(names = "--accounts", split = ",", paramLabel = "ID", description = "Only these accounts.")
    private List<String> accounts = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Judge judge = new Judge(spec, home.path(), what, output)) {
            return judge.report(
                    Snapshots.choose(new SnapshotStore(home.path()), snapshot),
                    instant(),
                    new LinkedHashSet<>(accounts));
        }
    }

    private Optional<Instant> instant() {
        try {
            return Optional.ofNullable(now).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new BadInput("--now " + now + " is not an instant in UTC such as 2026-11-21T00:00:00Z.", e);
        }
    }
}

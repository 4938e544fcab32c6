package io.plumbline.cli;

import io.plumbline.collect.Progress;
import io.plumbline.collect.Recording;
import io.plumbline.collect.Scanner;
import io.plumbline.estate.Estate;
import io.plumbline.estate.ReplayServer;
import io.plumbline.snapshot.Snapshot;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline demo}. */
@Command(
        name = "demo",
        description =
                "Scan the recorded fictional organization over loopback, judge it and print the Compliance Center. No AWS needed.",
        footer = {"", "Example: plumbline demo --format html --output out"})
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Mixin
    private final WhatOptions what = new WhatOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final ServeOptions serve = new ServeOptions();

    @Option(names = "--no-serve", description = "Stop after the table and do not serve the Compliance Center.")
    private boolean noServe;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Recording recording = Estate.recording();
        try (Judge judge = new Judge(spec, home.path(), what, output);
                ReplayServer server = ReplayServer.start(recording);
                ProgressLines progress = new ProgressLines(err)) {
            err.println("The fictional organization answers at " + server.url());
            Snapshot snapshot = scan(judge, recording, server, progress);
            progress.close();
            try (Following following =
                    Following.in(home.path(), serve.ledgerUrl(), judge.catalog(), judge.types(), err)) {
                int code = judge.report(snapshot, Optional.empty(), Set.of(), following);
                if (noServe) {
                    return code;
                }
            }
            serve.run(
                    spec,
                    home.path(),
                    judge.catalog(),
                    judge.types(),
                    // The recording is played whole, whatever part a schedule asks for.
                    Optional.of((scope, again) -> scan(judge, recording, server, again)),
                    Optional.empty());
            return ExitCode.DONE;
        }
    }

    /** Plays the recording; "Scan now" on the page plays it again. */
    private Snapshot scan(Judge judge, Recording recording, ReplayServer server, Progress progress) {
        return new Scanner(
                        home.path(),
                        judge.types().sources(),
                        judge.types(),
                        Version.current(),
                        progress,
                        ProgressLines::askPerson)
                .startingWith("AKIADEMODEMODEMO0000", "demo")
                .scan(recording.head().request().at(server.url()), judge.needs(Set.of()));
    }
}

package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Scanner;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotIds;
import io.plumbline.snapshot.SnapshotStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline serve}. */
@Command(
        name = "serve",
        description = {
            "Serve the Compliance Center: the page at /, the API under /api/, its document at /openapi.yaml.",
            "What a scan that is started there reads is said by the options of `plumbline scan`."
        },
        footer = {
            "",
            "Example: plumbline serve --organization --role PlumblineAudit --external-id s3cr3t",
            "Behind a proxy that speaks TLS: plumbline serve --bind 0.0.0.0 --behind-tls --host plumbline.example.com"
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Mixin
    private final ServeOptions serve = new ServeOptions();

    @Mixin
    private final WhoOptions who = new WhoOptions();

    @Mixin
    private final WhatOptions what = new WhatOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Catalog catalog = Catalog.load(what.rulesFolder());
        AwsTypes types = AwsTypes.load();
        List<String> accounts = who.accounts();
        serve.run(spec, home.path(), catalog, types, Optional.of(progress -> scan(catalog, types, accounts, progress)));
        return ExitCode.DONE;
    }

    /** Scans as {@code plumbline scan} with the same options would. */
    private Snapshot scan(Catalog catalog, AwsTypes types, List<String> accounts, Progress progress) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String id = SnapshotIds.fresh(now, new SnapshotStore(home.path()).ids());
        return new Scanner(home.path(), types.sources(), types, Version.current(), progress, ProgressLines::askPerson)
                .scan(
                        who.request(id, now, accounts, what, false),
                        Needs.of(home.path(), types, catalog, what, new LinkedHashSet<>(accounts)));
    }
}

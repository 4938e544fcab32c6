package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Scanner;
import io.plumbline.server.Collecting;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotIds;
import io.plumbline.snapshot.SnapshotStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<String> accounts = new LinkedHashSet<>(who.accounts());
        Collecting collecting = new Scanning(home.path(), types, new LinkedHashSet<>(accounts), catalog);
        serve.run(spec, home.path(), catalog, types, Optional.of(collecting));
        return ExitCode.DONE;
    }

    /** Scans as {@code plumbline scan} with the same options would. */
    private final class Scanning implements Collecting {
        private final Path folder;
        private final AwsTypes types;
        private final Set<String> accounts;
        private final Catalog catalog;

        Scanning(Path folder, AwsTypes types, Set<String> accounts, Catalog catalog) {
            this.folder = folder;
            this.types = types;
            this.accounts = accounts;
            this.catalog = catalog;
        }

        @Override
        public String scope() {
            return request(Instant.now(), List.of()).scope();
        }

        private io.plumbline.collect.ScanRequest request(Instant now, List<String> taken) {
            return who.request(SnapshotIds.fresh(now, taken), now, List.copyOf(accounts), what, false);
        }

        @Override
        public Snapshot collect(Progress progress) {
            // Nobody is there to type a code of a second factor.
            Scanner scanner =
                    new Scanner(folder, types.sources(), types, Version.current(), progress, ProgressLines::askPerson);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            return scanner.scan(
                    request(now, new SnapshotStore(folder).ids()), Needs.of(folder, types, catalog, what, accounts));
        }
    }
}

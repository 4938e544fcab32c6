package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.ScanRequest;
import io.plumbline.collect.Scanner;
import io.plumbline.inventory.Inventory;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotIds;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

/** {@code plumbline scan}. */
@Command(
        name = "scan",
        description = "Collect a snapshot of accounts, judge it, and print the Compliance Center.",
        footer = {
            "",
            "Example: plumbline scan --organization --role PlumblineAudit --external-id s3cr3t --format table,html --output out",
            "A killed scan goes on with: plumbline scan --resume",
            "The users of one account anew, all else as it was: plumbline scan --organization --changed-since 1d --accounts 111122223333 --types aws_iam_user"
        })
final class ScanCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Mixin
    private final WhoOptions who = new WhoOptions();

    @Mixin
    private final WhatOptions what = new WhatOptions();

    @Mixin
    private final TypesOptions inventory = new TypesOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ID",
            description =
                    "Go on with a scan that was killed (default: the newest), with its own settings; one that was recorded goes on recording.")
    private @Nullable String resume;

    @Option(
            names = "--changed-since",
            paramLabel = "AGE",
            converter = Age.class,
            description = {
                "Read again only what was read longer ago than this, such as 6h or 1d; the rest is taken over from earlier snapshots,",
                "as is what --regions, --accounts, --types and the rules leave out. `journal` says how old each cell is."
            })
    private @Nullable Duration changedSince;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Keep every answer of AWS in this folder, redacted, for --replay.")
    private @Nullable Path record;

    @Option(
            names = "--record-as",
            hidden = true,
            paramLabel = "INSTANT",
            description = "The time that a recording pretends to be made at.")
    private @Nullable Instant recordAs;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "Scan a recording instead of AWS; id and time are the recording's.")
    private @Nullable Path replay;

    @Option(
            names = "--page",
            paramLabel = "URL",
            description =
                    "Where people find the Compliance Center, for the links in notifications (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://localhost:8080")
    @SuppressWarnings("NullAway.Init")
    private String page;

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> accounts = who.accounts();
        PrintWriter err = spec.commandLine().getErr();
        try (Judge judge = new Judge(spec, home.path(), what, output);
                Following following = Following.in(home.path(), ledger.url(), judge.catalog(), judge.types(), err);
                ProgressLines progress = new ProgressLines(err)) {
            AwsTypes types = judge.types();
            List<Need> needs = new ArrayList<>(judge.needs(new LinkedHashSet<>(accounts)));
            needs.addAll(inventory.needs(types, what.services()));
            Scanner scanner = new Scanner(
                    home.path(), types.sources(), types, Version.current(), progress, ProgressLines::askPerson);
            Snapshot snapshot = scan(scanner, needs, accounts, err);
            progress.close();
            if (inventory.all()) {
                Inventory.of(snapshot, types);
            }
            int code = judge.report(snapshot, new SnapshotStore(home.path()), following);
            following.tell(page);
            return code;
        }
    }

    private Snapshot scan(Scanner scanner, List<Need> needs, List<String> accounts, PrintWriter err) {
        if (record != null && replay != null) {
            throw new BadInput(
                    "--record and --replay do not go together: a replay asks AWS nothing that could be recorded.");
        }
        if (resume != null && replay != null) {
            throw new BadInput(
                    "--resume and --replay do not go together: a scan goes on with what it was started with. Leave one out.");
        }
        if (changedSince != null && (record != null || replay != null || resume != null)) {
            throw new BadInput(
                    "--changed-since goes with neither --record nor --replay, since a part of a scan cannot be replayed, nor with"
                            + " --resume, which goes on with what the scan was started with. Leave one out.");
        }
        if (resume != null) {
            return scanner.resume(Optional.of(resume).filter(id -> !id.isEmpty()), Optional.ofNullable(record));
        }
        if (replay != null) {
            return scanner.replay(replay, needs);
        }
        List<String> unfinished = scanner.runs();
        if (!unfinished.isEmpty()) {
            err.println("Note: " + unfinished.size() + " unfinished scan(s) in " + home.path() + ", the newest "
                    + unfinished.getLast() + ". Go on with it: plumbline scan --resume");
        }
        ScanRequest request = request(accounts, unfinished);
        err.println("Scan " + request.id());
        if (changedSince != null) {
            return scanner.scan(request, needs, changedSince);
        }
        return record == null ? scanner.scan(request, needs) : scanner.record(request, needs, record);
    }

    private ScanRequest request(List<String> accounts, List<String> unfinished) {
        Instant now = Optional.ofNullable(recordAs).orElseGet(Instant::now).truncatedTo(ChronoUnit.SECONDS);
        return who.request(freshId(now, unfinished), now, accounts, what, inventory.keepValues());
    }

    /** One that comes after all there are, also if the clock was set back. */
    private String freshId(Instant now, List<String> unfinished) {
        List<String> taken = new ArrayList<>(new SnapshotStore(home.path()).ids());
        taken.addAll(unfinished);
        String fresh = SnapshotIds.fresh(now, taken);
        String own = SnapshotIds.fresh(now, List.of());
        if (!fresh.startsWith(own)) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("Note: the clock says " + now
                    + ", and the last scan was later. This one is named after it, so that it comes"
                    + " last. If the clock was wrong then, delete that snapshot's folder.");
            err.flush();
        }
        return fresh;
    }
}

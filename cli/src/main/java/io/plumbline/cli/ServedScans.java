package io.plumbline.cli;

import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Assessor;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.RuleMemory;
import io.plumbline.aws.AwsTypes;
import io.plumbline.aws.WantedTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.ScanRequest;
import io.plumbline.collect.Scanner;
import io.plumbline.ledger.ScanScope;
import io.plumbline.model.BadInput;
import io.plumbline.server.Collecting;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotIds;
import io.plumbline.snapshot.SnapshotStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The scans of {@code plumbline serve}: what its options say, as {@code plumbline scan} with the same would, and of that what a schedule
 * asks for. A schedule narrows; what the server was not started for it does not get.
 *
 * @param started the accounts that the options name; empty for all that they mean
 */
record ServedScans(Path home, Catalog catalog, AwsTypes types, WhoOptions who, WhatOptions what, List<String> started)
        implements Collecting {

    @Override
    public Snapshot collect(ScanScope scope, Progress progress) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String id = SnapshotIds.fresh(now, new SnapshotStore(home).ids());
        List<String> accounts = accounts(scope);
        ScanRequest request = who.request(id, now, accounts, what, false).of(accounts, regions(scope));
        Scanner scanner =
                new Scanner(home, types.sources(), types, Version.current(), progress, ProgressLines::askPerson);
        List<Need> needs = needs(scope, accounts);
        // The rest comes from the snapshot before, so that the newest snapshot is of everything, whatever was read
        // last.
        return scope.part() ? scanner.scan(request, needs, Duration.ZERO) : scanner.scan(request, needs);
    }

    private List<String> accounts(ScanScope scope) {
        Set<String> beyond = new TreeSet<>(scope.accounts());
        started.forEach(beyond::remove);
        if (!started.isEmpty() && !beyond.isEmpty()) {
            throw new BadInput("The schedule names " + String.join(", ", beyond)
                    + ", and this server was started for other accounts (--accounts). Change one of them.");
        }
        return scope.accounts().isEmpty() ? started : scope.accounts();
    }

    private Set<String> regions(ScanScope scope) {
        Set<String> own = what.regions();
        if (scope.regions().isEmpty()) {
            return own;
        }
        Set<String> beyond = new TreeSet<>(scope.regions());
        if (own.isEmpty()) {
            beyond.retainAll(what.excludedRegions());
        } else {
            beyond.removeAll(own);
        }
        if (!beyond.isEmpty()) {
            throw new BadInput(
                    "The schedule names " + String.join(", ", beyond)
                            + ", and this server was started for other regions (--regions, --exclude-regions). Change one of them.");
        }
        return new LinkedHashSet<>(scope.regions());
    }

    private List<Need> needs(ScanScope scope, List<String> accounts) {
        try (Database database = Database.open()) {
            List<Need> needs = new ArrayList<>(new Assessor(database, types, RuleMemory.of(home))
                    .needs(Judge.rules(AssessmentRequest.of(
                            catalog, what.selection(new LinkedHashSet<>(accounts), scope.frameworks())))));
            if (scope.all()) {
                needs.addAll(WantedTypes.all(types, Set.of()));
            }
            scope.types().forEach(type -> needs.addAll(WantedTypes.named(type, types)));
            return needs;
        }
    }
}

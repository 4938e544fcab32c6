package io.plumbline.cli;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Assessor;
import io.plumbline.assess.AttestationFile;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.ParameterFile;
import io.plumbline.assess.Rule;
import io.plumbline.assess.RuleMemory;
import io.plumbline.assess.RuleSettings;
import io.plumbline.assess.SelectedControl;
import io.plumbline.assess.WaiverFile;
import io.plumbline.aws.AwsTypes;
import io.plumbline.model.BadInput;
import io.plumbline.model.Severity;
import io.plumbline.model.Status;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What {@code scan}, {@code assess} and {@code demo} share: choose rules, judge a snapshot, tell it, find the exit code. */
final class Judge implements AutoCloseable {
    private final CommandSpec spec;
    private final WhatOptions what;
    private final OutputOptions output;
    private final AwsTypes types;
    private final Catalog catalog;
    private final Reports reports;
    private final Database database;
    private final Assessor assessor;

    /** For a home, whose cache it uses. */
    Judge(CommandSpec spec, Path home, WhatOptions what, OutputOptions output) {
        this.spec = spec;
        this.what = what;
        this.output = output;
        this.reports = new Reports(spec, output);
        // Each takes a tenth of a second or two, and the user waits.
        CompletableFuture<AwsTypes> reading = CompletableFuture.supplyAsync(AwsTypes::load);
        this.catalog = what.catalog();
        this.database = Database.open();
        this.types = reading.join();
        this.assessor = new Assessor(database, types, RuleMemory.of(home));
    }

    AwsTypes types() {
        return types;
    }

    /** What the chosen rules read. */
    List<Need> needs(Set<String> accounts) {
        return assessor.needs(rules(request(accounts)));
    }

    static List<Rule> rules(AssessmentRequest request) {
        return request.controls().stream().map(SelectedControl::rule).distinct().toList();
    }

    /** A wrong id in an option is a wrong call. */
    private AssessmentRequest request(Set<String> accounts) {
        try {
            return AssessmentRequest.of(catalog, what.selection(accounts));
        } catch (BadInput | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    Catalog catalog() {
        return catalog;
    }

    /** Judges, prints, and answers with the exit code. */
    int report(Snapshot snapshot, Optional<Instant> now, Set<String> accounts) {
        return exitCode(judge(snapshot, completeRequest(now, accounts)));
    }

    /** The same, and the findings follow it. */
    int report(Snapshot snapshot, Optional<Instant> now, Set<String> accounts, Following following) {
        Assessment assessment = judge(
                snapshot,
                following.known(
                        completeRequest(now, accounts),
                        snapshot.manifest().now(),
                        output.parameters().isPresent()));
        following.follow(snapshot, assessment);
        return exitCode(assessment);
    }

    /** The same for a scan, whose table ends with what changed since the last one. */
    int report(Snapshot snapshot, SnapshotStore store, Following following) {
        AssessmentRequest request = following.known(
                completeRequest(Optional.empty(), Set.of()),
                snapshot.manifest().now(),
                output.parameters().isPresent());
        Assessment assessment = judge(snapshot, request);
        if (reports.tableOnScreen()) {
            List<String> lines = new SinceLastScan(
                            store, types, spec.commandLine().getErr())
                    .lines(snapshot, assessment, assessor, request, reports.screen());
            if (!lines.isEmpty()) {
                reports.addToTable(lines);
            }
        }
        following.follow(snapshot, assessment);
        return exitCode(assessment);
    }

    private Assessment judge(Snapshot snapshot, AssessmentRequest request) {
        snapshot.attach(database, types, assessor.tables(rules(request)));
        Assessment assessment = assessor.assess(snapshot, request);
        reports.write(assessment, catalog);
        return assessment;
    }

    private AssessmentRequest completeRequest(Optional<Instant> now, Set<String> accounts) {
        AssessmentRequest request = request(accounts).withSettings(settings().orElse(RuleSettings.STANDARD));
        request = request.withWaivers(output.exceptions()
                .map(file -> WaiverFile.read(file.toString(), OptionFile.text(file, "--exceptions"), catalog))
                .orElse(List.of()));
        request = request.withAttestations(output.attestations()
                .map(file -> AttestationFile.read(file.toString(), OptionFile.text(file, "--attestations"), catalog))
                .orElse(List.of()));
        return now.isPresent() ? request.withNow(now.get()) : request;
    }

    @Override
    public void close() {
        database.close();
    }

    private int exitCode(Assessment assessment) {
        Optional<Severity> failOn = output.failOn().map(word -> {
            try {
                return Severity.of(word);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--fail-on: " + e.getMessage(), e);
            }
        });
        if (failOn.isPresent() && failed(assessment, failOn.get())) {
            return ExitCode.FAILED_UNIT;
        }
        return output.strict() && !assessment.gaps().isEmpty() ? ExitCode.GAPS : ExitCode.DONE;
    }

    /** A control's failed units are those without a valid exception. */
    private static boolean failed(Assessment assessment, Severity from) {
        return assessment.controls().stream()
                .anyMatch(control ->
                        control.status() == Status.FAIL && control.severity().compareTo(from) >= 0);
    }

    private Optional<RuleSettings> settings() {
        return output.parameters()
                .map(file -> ParameterFile.read(file.toString(), OptionFile.text(file, "--parameters"), catalog));
    }
}

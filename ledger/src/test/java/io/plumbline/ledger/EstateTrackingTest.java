package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Assessor;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Rule;
import io.plumbline.assess.RuleMemory;
import io.plumbline.assess.SelectedControl;
import io.plumbline.assess.Selection;
import io.plumbline.assess.VerdictStore;
import io.plumbline.assess.Verdicts;
import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.ScanRequest;
import io.plumbline.collect.Scanner;
import io.plumbline.estate.Estate;
import io.plumbline.estate.ReplayServer;
import io.plumbline.model.Status;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fictional organization, scanned, judged and followed. */
class EstateTrackingTest {
    private static final String FRAMEWORK = "cis-1.2";

    private final AwsTypes types = AwsTypes.load();
    private final Catalog catalog = Catalog.load(Optional.empty());
    private final ReplayServer server = ReplayServer.start(Estate.recording());
    private final ScanRequest recorded = Estate.recording().head().request();

    @TempDir
    private Path home;

    private Ledger ledger;
    private Database database;
    private Assessor assessor;

    @BeforeEach
    void open() {
        ledger = Ledger.at(home);
        database = Database.open();
        assessor = new Assessor(database, types, RuleMemory.none());
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
        server.close();
    }

    private Snapshot scan(Duration later, String role) {
        Instant now = recorded.now().plus(later);
        ScanRequest request = new ScanRequest(
                now.toString().replace(':', '-'),
                now,
                recorded.callerRegion(),
                List.of(),
                recorded.organization(),
                recorded.accounts(),
                role,
                recorded.externalId(),
                recorded.via(),
                recorded.accountTags(),
                recorded.regions(),
                recorded.excludedRegions(),
                Optional.of(server.url()),
                Optional.empty(),
                false);
        return new Scanner(home, types.sources(), types, "test", Progress.none(), question -> "")
                .startingWith("AKIADEMODEMODEMO0000", "demo")
                .scan(request, assessor.needs(rules()));
    }

    private AssessmentRequest request() {
        return AssessmentRequest.of(catalog, Selection.of(FRAMEWORK));
    }

    private List<Rule> rules() {
        return request().controls().stream()
                .map(SelectedControl::rule)
                .distinct()
                .toList();
    }

    private Assessment judge(Snapshot snapshot) {
        snapshot.attach(database, types, assessor.tables(rules()));
        return assessor.assess(snapshot, request());
    }

    private Changes follow(Snapshot snapshot, Path verdicts) {
        try (Verdicts opened = Verdicts.open(verdicts)) {
            return new Tracking(ledger, Covering.NONE)
                    .track(opened, snapshot, snapshot.manifest().now());
        }
    }

    @Test
    void the_organization_is_followed_from_day_to_day() {
        VerdictStore store = new VerdictStore(home);
        Snapshot first = scan(Duration.ZERO, recorded.role());
        Assessment assessment = judge(first);
        Path verdicts = store.write(assessment);
        Changes opened = follow(first, verdicts);
        assertThat(opened.opened()).isPositive();
        numbersAreThoseOf(assessment);

        Changes again = follow(first, verdicts);
        assertThat(again).isEqualTo(new Changes(first.manifest().id(), 0, 0, opened.opened(), 0, 0, 0));

        Snapshot second = scan(Duration.ofMinutes(1), recorded.role());
        Changes same = follow(second, store.write(judge(second)));
        assertThat(same.opened()).isZero();
        assertThat(same.resolved()).isZero();
        assertThat(same.still()).isEqualTo(opened.opened());

        Snapshot denied = scan(Duration.ofMinutes(2), "NobodyMayAssumeThis");
        Assessment blind = judge(denied);
        Changes unseen = follow(denied, store.write(blind));
        assertThat(unseen.resolved()).isZero();
        assertThat(unseen.still() + unseen.notSeen()).isEqualTo(opened.opened());
        assertThat(unseen.notSeen()).isPositive();
        numbersAreThoseOf(blind);
    }

    /** What the ledger says of every control in every account is what the assessment says. */
    private void numbersAreThoseOf(Assessment assessment) {
        List<ComplianceView.Result> results = new Compliance(ledger, catalog)
                .results(ComplianceQuery.of(FRAMEWORK, Visible.ALL), Optional.empty(), Set.of(), Paging.FIRST)
                .items();
        Map<String, Status> statuses = results.stream()
                .collect(Collectors.toMap(
                        result -> result.control().control() + ' ' + result.accountId(),
                        ComplianceView.Result::status));
        assertThat(statuses)
                .isEqualTo(assessment.controls().stream()
                        .collect(Collectors.toMap(
                                control -> control.control() + ' ' + control.accountId(), ControlResult::status)));
        assertThat(results.stream()
                        .mapToLong(result -> result.counts().failed())
                        .sum())
                .isEqualTo(assessment.controls().stream()
                        .mapToLong(ControlResult::failed)
                        .sum());
        assertThat(results.stream()
                        .mapToLong(result -> result.counts().affected())
                        .sum())
                .isEqualTo(assessment.controls().stream()
                        .mapToLong(ControlResult::affected)
                        .sum());
    }
}

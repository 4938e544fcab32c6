package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.ComplianceQuery;
import io.plumbline.ledger.ComplianceView;
import io.plumbline.ledger.FindingOrder;
import io.plumbline.ledger.FindingQuery;
import io.plumbline.ledger.Findings;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.Visible;
import io.plumbline.ledger.WaiverEntry;
import io.plumbline.ledger.WaiverQuery;
import io.plumbline.ledger.WaiverState;
import io.plumbline.snapshot.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What changed since yesterday. */
record OverviewRoutes(Center center, Scope scope) implements Routes {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Paging WORST = new Paging(1, 10);
    private static final int TOP = 5;

    private record Trouble(String text, Optional<String> accountId, Optional<String> scan) {}

    private record OverviewJson(
            Optional<AssessmentJson> assessment,
            Instant since,
            long opened,
            long resolved,
            long reopened,
            List<FindingJson> critical,
            List<ExceptionRoutes.ExceptionJson> expiredExceptions,
            long expiringExceptions,
            List<Trouble> troubles,
            List<ControlJson> top,
            Numbers.ScoreJson score,
            Optional<Numbers.ScoreJson> scoreBefore) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("getOverview", this::overview);
    }

    private Answer overview(Request request) {
        Visible visible = request.caller().visible();
        Optional<Verdicts> verdicts = center.newest();
        Instant since = request.moment("since")
                .orElseGet(() -> verdicts.map(one -> one.head().taken())
                        .orElseGet(center::now)
                        .minus(DAY));
        Findings.Movement movement = center.ledger().findings().movement(since, visible);
        String framework = scope.framework(request).id();
        ComplianceView view = center.compliance().view(ComplianceQuery.of(framework, visible));
        boolean before = center.ledger().assessments().at(since).isPresent();
        return new Answer.Json(new OverviewJson(
                verdicts.map(one -> AssessmentJson.of(one, visible, center.now())),
                since,
                movement.opened(),
                movement.resolved(),
                movement.reopened(),
                worst(since, visible),
                expired(since, visible),
                center.exceptions()
                        .page(states(WaiverState.EXPIRING), visible, Paging.FIRST, center.now())
                        .total(),
                verdicts.map(one -> troubles(one, visible, request.caller())).orElse(List.of()),
                top(view),
                Numbers.ScoreJson.of(view.score()),
                before
                        ? Optional.of(Numbers.ScoreJson.of(center.compliance()
                                .score(new ComplianceQuery(
                                        framework, Set.of(), Set.of(), Optional.of(since), visible))))
                        : Optional.empty()));
    }

    private List<FindingJson> worst(Instant since, Visible visible) {
        return center
                .ledger()
                .findings()
                .page(FindingQuery.openedSince(since), FindingOrder.SEVERITY, true, WORST, visible)
                .items()
                .stream()
                .map(finding -> FindingJson.of(finding, center.catalog()))
                .toList();
    }

    private static WaiverQuery states(WaiverState state) {
        return new WaiverQuery(Set.of(state), Set.of(), Optional.empty());
    }

    private List<ExceptionRoutes.ExceptionJson> expired(Instant since, Visible visible) {
        return center
                .exceptions()
                .page(states(WaiverState.EXPIRED), visible, Paging.FIRST, center.now())
                .items()
                .stream()
                .filter(entry -> !entry.expires().isBefore(since))
                .sorted(Comparator.comparing(WaiverEntry::expires).reversed())
                .map(ExceptionRoutes.ExceptionJson::of)
                .toList();
    }

    private List<Trouble> troubles(Verdicts verdicts, Visible visible, Caller caller) {
        List<Trouble> troubles = new ArrayList<>();
        if (caller.everything()) {
            center.scans()
                    .latest()
                    .filter(scan -> scan.phase() == ScanState.Phase.FAILED)
                    .ifPresent(scan -> troubles.add(new Trouble(
                            "The last scan failed. " + scan.message().orElse(""),
                            Optional.empty(),
                            Optional.of(scan.id()))));
        }
        verdicts.accounts().stream()
                .filter(account ->
                        account.status().equals("ACTIVE") && !account.entered() && visible.holds(account.id()))
                .map(OverviewRoutes::notEntered)
                .forEach(troubles::add);
        return troubles;
    }

    private static Trouble notEntered(Manifest.Account account) {
        return new Trouble(
                account.name() + " (" + account.id() + ") could not be entered: all its controls are unknown",
                Optional.of(account.id()),
                Optional.empty());
    }

    private static List<ControlJson> top(ComplianceView view) {
        return view.controls().stream()
                .filter(control -> control.counts().failed() > 0)
                .sorted(Comparator.comparing((ComplianceView.Control control) ->
                                control.counts().affected())
                        .thenComparing(control -> control.rule().severity())
                        .reversed())
                .limit(TOP)
                .map(ControlJson::of)
                .toList();
    }
}

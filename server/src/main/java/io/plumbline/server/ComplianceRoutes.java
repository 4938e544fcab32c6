package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.AssessmentInfo;
import io.plumbline.ledger.ComplianceQuery;
import io.plumbline.ledger.ComplianceView;
import io.plumbline.ledger.Visible;
import io.plumbline.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** How a framework stands, now or at a date. */
record ComplianceRoutes(Center center, Scope scope) implements Routes {
    /** The share of scored results that a company wants to pass. */
    static final double TARGET = 0.9;

    private record SectionJson(String section, String title, Numbers.ScoreJson score, Numbers.CountsJson counts) {}

    private record ComplianceJson(
            String framework,
            String title,
            Optional<AssessmentJson> assessment,
            Numbers.ScoreJson score,
            double target,
            List<SectionJson> sections,
            List<ControlJson> controls,
            long gaps) {}

    private record PointJson(Instant at, String assessment, Numbers.ScoreJson score) {}

    private record TrendJson(double target, List<PointJson> points) {}

    private record HeadingJson(String id, String title) {}

    private record AccountRef(String id, String name) {}

    private record HeatCell(long failed, long checked, long unknown) {}

    private record HeatRow(AccountRef account, List<HeatCell> cells) {}

    private record HeatmapJson(List<HeadingJson> sections, List<HeatRow> rows) {}

    private record ChangeJson(
            Instant at,
            String assessment,
            String accountId,
            String accountName,
            Optional<String> was,
            String status,
            Numbers.CountsJson counts) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("getCompliance", this::compliance);
        routes.accept("getTrend", this::trend);
        routes.accept("getHeatmap", this::heatmap);
        routes.accept("listControlResults", this::results);
        routes.accept("getRuleHistory", this::history);
    }

    private ComplianceQuery query(Request request) {
        return new ComplianceQuery(
                scope.framework(request).id(),
                Set.copyOf(request.texts("account")),
                Set.copyOf(request.texts("ou")),
                scope.asOf(request),
                request.caller().visible());
    }

    private Answer compliance(Request request) {
        ComplianceView view = center.compliance().view(query(request));
        Visible visible = scope.visible(request);
        Optional<Verdicts> verdicts = view.assessment().flatMap(this::verdicts);
        return new Answer.Json(new ComplianceJson(
                view.framework().id(),
                view.framework().title(),
                verdicts.map(one -> AssessmentJson.of(one, visible, center.now())),
                Numbers.ScoreJson.of(view.score()),
                TARGET,
                view.sections().stream()
                        .map(section -> new SectionJson(
                                section.id(),
                                section.title(),
                                Numbers.ScoreJson.of(section.score()),
                                Numbers.CountsJson.of(section.counts())))
                        .toList(),
                view.controls().stream().map(ControlJson::of).toList(),
                verdicts.map(one -> one.gaps().stream()
                                .filter(gap -> visible.holds(gap.accountId()))
                                .count())
                        .orElse(0L)));
    }

    /** Verdicts may be deleted long before the numbers that they came to. */
    private Optional<Verdicts> verdicts(AssessmentInfo assessment) {
        return center.verdictStore().ids().contains(assessment.id())
                ? Optional.of(center.verdicts(assessment.id()))
                : Optional.empty();
    }

    private Answer trend(Request request) {
        ComplianceQuery query = query(request);
        Instant end = query.at().orElseGet(center::now);
        return new Answer.Json(new TrendJson(
                TARGET,
                center.compliance().trend(query, end.minus(Duration.ofDays(request.number("days")))).stream()
                        .map(point ->
                                new PointJson(point.at(), point.assessment(), Numbers.ScoreJson.of(point.score())))
                        .toList()));
    }

    private Answer heatmap(Request request) {
        return new Answer.Json(new HeatmapJson(
                scope.framework(request).sections().entrySet().stream()
                        .map(section -> new HeadingJson(section.getKey(), section.getValue()))
                        .toList(),
                center.compliance().heat(query(request)).stream()
                        .map(row -> new HeatRow(
                                new AccountRef(row.accountId(), row.accountName()),
                                row.sections().stream()
                                        .map(counts ->
                                                new HeatCell(counts.failed(), counts.checked(), counts.unknown()))
                                        .toList()))
                        .toList()));
    }

    private Answer results(Request request) {
        Set<Status> statuses =
                request.texts("status").stream().map(Status::valueOf).collect(Collectors.toSet());
        return new Answer.Json(PageJson.of(
                center.compliance()
                        .results(query(request), request.optional("control"), statuses, request.paging())
                        .map(ControlJson::of),
                request.paging()));
    }

    private Answer history(Request request) {
        String rule = RuleRoutes.rule(center, request.text("rule")).id();
        return new Answer.Json(new ItemsJson<>(
                center
                        .compliance()
                        .history(
                                rule,
                                Set.copyOf(request.texts("account")),
                                request.caller().visible())
                        .stream()
                        .map(change -> new ChangeJson(
                                change.at(),
                                change.assessment(),
                                change.accountId(),
                                change.accountName(),
                                change.was().map(Status::name),
                                change.status().name(),
                                Numbers.CountsJson.of(change.counts())))
                        .toList()));
    }
}

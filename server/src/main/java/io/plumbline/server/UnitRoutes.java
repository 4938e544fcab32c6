package io.plumbline.server;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plumbline.assess.JudgedUnit;
import io.plumbline.assess.UnitPage;
import io.plumbline.assess.UnitQuery;
import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.Paging;
import io.plumbline.model.FindingId;
import io.plumbline.model.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Verdicts with their evidence, of any assessment that is kept. */
record UnitRoutes(Center center) implements Routes {
    private record UnitJson(
            String rule,
            String accountId,
            String accountName,
            String region,
            String unit,
            Optional<String> asset,
            String status,
            String reason,
            List<String> warnings,
            @JsonRawValue String evidence,
            Optional<String> exception,
            Optional<String> inheritedFrom,
            Optional<String> findingId) {}

    private record UnitsJson(long total, int page, int size, AssessmentJson assessment, List<UnitJson> items) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listUnits", this::units);
    }

    private Answer units(Request request) {
        String rule = RuleRoutes.rule(center, request.text("rule")).id();
        Verdicts verdicts = assessment(center, request);
        UnitQuery query = new UnitQuery(
                rule,
                request.visible().accounts(),
                Set.copyOf(request.texts("region")),
                request.texts("status").stream().map(Status::valueOf).collect(Collectors.toSet()),
                request.optional("q"));
        Paging paging = request.paging();
        AccountNames names = AccountNames.of(verdicts.accounts());
        UnitPage found = verdicts.units(query, paging.size(), paging.offset());
        return new Answer.Json(new UnitsJson(
                found.total(),
                paging.page(),
                paging.size(),
                AssessmentJson.of(verdicts, request.caller().visible(), center.now()),
                found.units().stream().map(unit -> json(unit, names)).toList()));
    }

    /** The assessment that a caller names, or the newest. */
    static Verdicts assessment(Center center, Request request) {
        return request.optional("assessment")
                .map(center::verdicts)
                .or(center::newest)
                .orElseThrow(() -> Problem.notFound("Nothing was judged yet. Start a scan."));
    }

    private static UnitJson json(JudgedUnit unit, AccountNames names) {
        return new UnitJson(
                unit.rule(),
                unit.accountId(),
                names.of(unit.accountId()),
                unit.region(),
                unit.unit(),
                unit.asset(),
                unit.status().name(),
                unit.reason(),
                unit.warnings(),
                unit.evidence(),
                unit.exception(),
                unit.inheritedFrom(),
                unit.findingId().map(FindingId::value));
    }
}

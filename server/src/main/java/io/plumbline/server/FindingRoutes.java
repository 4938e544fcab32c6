package io.plumbline.server;

import io.plumbline.ledger.Disposition;
import io.plumbline.ledger.FindingChange;
import io.plumbline.ledger.FindingDetail;
import io.plumbline.ledger.FindingGroup;
import io.plumbline.ledger.FindingOrder;
import io.plumbline.ledger.FindingQuery;
import io.plumbline.ledger.FindingState;
import io.plumbline.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Findings: lists, groups, one with its history, and what people do about them. */
record FindingRoutes(Center center) implements Routes {
    private record ChangeBody(
            List<String> ids,
            Optional<String> owner,
            Optional<String> comment,
            Optional<String> disposition,
            Optional<String> ticket) {}

    private record Changed(int changed) {}

    private record GroupJson(
            String key,
            String label,
            String severity,
            long findings,
            long critical,
            long high,
            long medium,
            long low,
            long accounts) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listFindings", this::list);
        routes.accept("groupFindings", this::groups);
        routes.accept("getFinding", this::one);
        routes.accept("changeFindings", this::change);
    }

    private Answer list(Request request) {
        String sort = request.text("sort");
        boolean descending = sort.startsWith("-");
        FindingOrder order = FindingOrder.valueOf(
                sort.replace("-", "").replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        FindingQuery query = query(request)
                .narrowed(request.optional("asset"), request.moment("since"), request.moment("resolvedSince"));
        return new Answer.Json(PageJson.of(
                center.ledger()
                        .findings()
                        .page(
                                query,
                                order,
                                descending,
                                request.paging(),
                                request.caller().visible())
                        .map(finding -> FindingJson.of(finding, center.catalog())),
                request.paging()));
    }

    private Answer groups(Request request) {
        FindingGroup.By by = FindingGroup.By.valueOf(request.text("by").toUpperCase(Locale.ROOT));
        return new Answer.Json(PageJson.of(
                center.ledger()
                        .findings()
                        .groups(
                                by,
                                query(request),
                                request.paging(),
                                request.caller().visible())
                        .map(group -> json(by, group)),
                request.paging()));
    }

    private GroupJson json(FindingGroup.By by, FindingGroup group) {
        return new GroupJson(
                group.key(),
                by == FindingGroup.By.RULE ? FindingJson.title(center.catalog(), group.key()) : group.label(),
                RuleRoutes.word(group.severity()),
                group.findings(),
                group.critical(),
                group.high(),
                group.medium(),
                group.low(),
                group.accounts());
    }

    private static FindingQuery query(Request request) {
        return new FindingQuery(
                request.texts("state").stream()
                        .map(word -> FindingState.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                request.optional("standing").map(word -> word.equals("covered")),
                Set.copyOf(request.texts("rule")),
                Set.copyOf(request.texts("account")),
                Set.copyOf(request.texts("ou")),
                Set.copyOf(request.texts("region")),
                request.texts("severity").stream().map(Severity::of).collect(Collectors.toSet()),
                request.optional("owner").map(name -> owned(name, request)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                request.optional("q"));
    }

    private static FindingQuery.Owned owned(String name, Request request) {
        return switch (name) {
            case "none" -> new FindingQuery.Owned.ByNobody();
            case "me" -> new FindingQuery.Owned.By(request.caller().name());
            default -> new FindingQuery.Owned.By(name);
        };
    }

    private Answer one(Request request) {
        return new Answer.Json(FindingJson.of(finding(center, request), center.catalog()));
    }

    /** The finding that a caller names, if they may see it. */
    static FindingDetail finding(Center center, Request request) {
        String id = request.text("finding");
        return center.ledger()
                .findings()
                .get(id, request.caller().visible())
                .orElseThrow(() -> Problem.notFound("There is no finding '" + id + "'."));
    }

    private Answer change(Request request) {
        ChangeBody body = request.body(ChangeBody.class);
        FindingChange change = new FindingChange(
                Set.copyOf(body.ids()),
                body.owner(),
                body.comment(),
                body.disposition()
                        .map(word -> Disposition.valueOf(
                                word.toUpperCase(Locale.ROOT).replace('-', '_'))),
                body.ticket());
        int changed = center.ledger()
                .desk()
                .change(
                        change,
                        request.caller().actor(),
                        center.now(),
                        request.caller().visible());
        return new Answer.Json(new Changed(changed));
    }
}

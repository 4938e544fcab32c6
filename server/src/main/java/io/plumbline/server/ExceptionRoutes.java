package io.plumbline.server;

import io.plumbline.assess.Waiver;
import io.plumbline.ledger.Exceptions;
import io.plumbline.ledger.ImportReport;
import io.plumbline.ledger.Visible;
import io.plumbline.ledger.WaiverEntry;
import io.plumbline.ledger.WaiverPreview;
import io.plumbline.ledger.WaiverProposal;
import io.plumbline.ledger.WaiverQuery;
import io.plumbline.ledger.WaiverState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Exceptions: asked for by one person, decided by another. */
record ExceptionRoutes(Center center) implements Routes {
    private record ScopeBody(
            Optional<List<String>> accounts,
            Optional<List<String>> ous,
            Optional<List<String>> regions,
            Optional<List<String>> arns,
            Optional<Map<String, List<String>>> tags) {
        Waiver.Scope scope() {
            return new Waiver.Scope(
                    accounts.orElse(List.of()),
                    ous.orElse(List.of()),
                    regions.orElse(List.of()),
                    arns.orElse(List.of()),
                    tags.orElse(Map.of()));
        }
    }

    private record Proposal(List<String> rules, ScopeBody scope, String reason, String owner, LocalDate expires) {}

    private record PreviewBody(List<String> rules, ScopeBody scope) {}

    private record Decision(String decision, Optional<String> note) {}

    private record PreviewJson(long findings, long accounts, List<FindingJson> sample) {}

    /** An exception; its history where only one is shown. */
    record ExceptionJson(
            String id,
            List<String> rules,
            Waiver.Scope scope,
            String reason,
            String owner,
            String proposedBy,
            Instant proposedAt,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            Instant expires,
            String state,
            long covers,
            Optional<List<AuditRoutes.AuditJson>> history) {
        static ExceptionJson of(WaiverEntry entry) {
            return of(entry, Optional.empty());
        }

        static ExceptionJson of(WaiverEntry entry, Optional<List<AuditRoutes.AuditJson>> history) {
            return new ExceptionJson(
                    entry.id(),
                    entry.rules(),
                    entry.scope(),
                    entry.reason(),
                    entry.owner(),
                    entry.proposed().by(),
                    entry.proposed().at(),
                    entry.decided().map(WaiverEntry.Deed::by),
                    entry.decided().map(WaiverEntry.Deed::at),
                    entry.expires(),
                    entry.state().name().toLowerCase(Locale.ROOT),
                    entry.covers(),
                    history);
        }
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listExceptions", this::list);
        routes.accept("proposeException", this::propose);
        routes.accept("previewException", this::preview);
        routes.accept(
                "exportExceptions",
                request ->
                        new Answer.Text("application/yaml", exceptions().exportYaml(visible(request), center.now())));
        routes.accept("importExceptions", this::take);
        routes.accept("getException", this::one);
        routes.accept("decideException", this::decide);
    }

    private Exceptions exceptions() {
        return center.exceptions();
    }

    private static Visible visible(Request request) {
        return request.caller().visible();
    }

    private Answer list(Request request) {
        WaiverQuery query = new WaiverQuery(
                request.optional("state")
                        .map(word -> Set.of(WaiverState.valueOf(word.toUpperCase(Locale.ROOT))))
                        .orElse(Set.of()),
                request.texts("rule"),
                request.optional("q"));
        return new Answer.Json(PageJson.of(
                exceptions()
                        .page(query, visible(request), request.paging(), center.now())
                        .map(ExceptionJson::of),
                request.paging()));
    }

    private Answer propose(Request request) {
        Proposal body = request.body(Proposal.class);
        return new Answer.Json(ExceptionJson.of(exceptions()
                .propose(
                        new WaiverProposal(
                                body.rules(),
                                body.scope().scope(),
                                body.reason(),
                                body.owner(),
                                end(body.expires()),
                                Optional.empty()),
                        request.caller().actor(),
                        visible(request),
                        center.now())));
    }

    /** The first moment after a day that is the last. */
    static Instant end(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Answer preview(Request request) {
        PreviewBody body = request.body(PreviewBody.class);
        WaiverPreview preview = exceptions().preview(body.rules(), body.scope().scope(), visible(request));
        return new Answer.Json(new PreviewJson(
                preview.findings(),
                preview.accounts(),
                preview.sample().stream()
                        .flatMap(id -> center.ledger().findings().get(id, visible(request)).stream())
                        .map(finding -> FindingJson.of(finding, center.catalog()))
                        .toList()));
    }

    private Answer take(Request request) {
        ImportReport report = exceptions()
                .importYaml("the file", request.body(), request.caller().actor(), visible(request), center.now());
        return new Answer.Json(report);
    }

    private WaiverEntry existing(Request request) {
        String id = request.text("exception");
        return exceptions()
                .get(id, visible(request), center.now())
                .orElseThrow(() -> Problem.notFound("There is no exception '" + id + "'."));
    }

    private Answer one(Request request) {
        WaiverEntry entry = existing(request);
        return new Answer.Json(ExceptionJson.of(
                entry,
                Optional.of(exceptions().history(entry.id(), visible(request), center.now()).stream()
                        .map(AuditRoutes.AuditJson::of)
                        .toList())));
    }

    private Answer decide(Request request) {
        String id = existing(request).id();
        Decision body = request.body(Decision.class);
        WaiverEntry entry = switch (body.decision()) {
            case "approve" ->
                exceptions().approve(id, body.note(), request.caller().actor(), visible(request), center.now());
            case "reject" ->
                exceptions().reject(id, body.note(), request.caller().actor(), visible(request), center.now());
            case "end" -> exceptions().end(id, body.note(), request.caller().actor(), visible(request), center.now());
            default -> throw Problem.badRequest("A decision is approve, reject or end.");
        };
        return new Answer.Json(ExceptionJson.of(entry));
    }
}

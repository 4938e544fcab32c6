package io.plumbline.server;

import io.plumbline.inventory.AssetSearch;
import io.plumbline.inventory.AssetView;
import io.plumbline.inventory.Timeline;
import io.plumbline.ledger.Finding;
import io.plumbline.ledger.FindingDetail;
import io.plumbline.ledger.FindingEvent;
import io.plumbline.ledger.FindingOrder;
import io.plumbline.ledger.FindingQuery;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Assets: search, one with all that is known of it, and its history. */
record AssetRoutes(Center center) implements Routes {
    /** Hits that a search looks at; who gets more asks more narrowly. */
    private static final int MOST_HITS = 10_000;

    private record HitJson(
            String arn,
            String type,
            String accountId,
            String accountName,
            String region,
            String name,
            Optional<String> match) {}

    private record RelationJson(String arn, String type, String kind) {}

    private record AssetJson(
            String arn,
            String type,
            String accountId,
            String accountName,
            String region,
            String name,
            Optional<String> created,
            Map<String, String> tags,
            Map<String, JsonNode> configuration,
            Map<String, List<String>> unread,
            List<RelationJson> refersTo,
            List<RelationJson> referredToBy,
            List<FindingJson> findings) {}

    private record ChangeJson(String field, Optional<String> was, Optional<String> is) {}

    private record TimelineJson(
            java.time.Instant at,
            String lane,
            String title,
            Optional<String> snapshot,
            Optional<String> finding,
            List<ChangeJson> changes) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("searchAssets", this::search);
        routes.accept("getAsset", request -> new Answer.Json(asset(request)));
        routes.accept("getAssetTimeline", this::timeline);
    }

    private Answer search(Request request) {
        Visible among = request.visible();
        Paging paging = request.paging();
        List<String> accounts = among.accounts().map(List::copyOf).orElse(List.of());
        if (among.accounts().isPresent() && accounts.isEmpty()) {
            return new Answer.Json(PageJson.cut(List.<HitJson>of(), paging));
        }
        AssetSearch search = center.search();
        int wanted = (int) Math.min(MOST_HITS, paging.offset() + paging.size());
        AssetSearch.Question question = new AssetSearch.Question(
                request.optional("q").orElse(""), request.texts("type"), accounts, request.texts("region"), wanted);
        boolean nothing = question.text().isBlank()
                && question.types().isEmpty()
                && accounts.isEmpty()
                && question.regions().isEmpty();
        AssetSearch.Answer answer;
        synchronized (search) {
            answer = nothing ? search.first(wanted) : search.ask(question);
        }
        AccountNames names = AccountNames.of(center.snapshot().manifest().accounts());
        List<AssetSearch.Hit> hits = answer.hits().stream()
                .skip(paging.offset())
                .limit(paging.size())
                .toList();
        return new Answer.Json(new PageJson<>(
                answer.total(),
                paging.page(),
                paging.size(),
                hits.stream()
                        .map(hit -> new HitJson(
                                hit.arn(),
                                hit.type(),
                                hit.accountId(),
                                names.of(hit.accountId()),
                                hit.region(),
                                hit.name(),
                                Optional.of(hit.match()).filter(match -> !match.isEmpty())))
                        .toList()));
    }

    private AssetView view(Request request) {
        AssetView view = Center.found(() -> AssetView.of(center.inventory(), request.text("arn")));
        if (!request.caller().visible().holds(view.accountId())) {
            throw Problem.notFound("There is no asset '" + request.text("arn") + "'.");
        }
        return view;
    }

    private AssetJson asset(Request request) {
        AssetView view = view(request);
        AccountNames names = AccountNames.of(center.snapshot().manifest().accounts());
        return new AssetJson(
                view.arn(),
                view.type(),
                view.accountId(),
                names.of(view.accountId()),
                view.region(),
                view.name(),
                view.created(),
                view.tags(),
                view.configuration(),
                view.unread(),
                relations(view.refersTo()),
                relations(view.referredToBy()),
                findings(view.arn(), request).stream()
                        .map(finding -> FindingJson.of(finding, center.catalog()))
                        .toList());
    }

    private List<Finding> findings(String arn, Request request) {
        return center.ledger()
                .findings()
                .page(
                        FindingQuery.about(arn),
                        FindingOrder.SEVERITY,
                        true,
                        Paging.FIRST,
                        request.caller().visible())
                .items();
    }

    private List<FindingEvent> history(Finding finding, Request request) {
        return center.ledger()
                .findings()
                .get(finding.id(), request.caller().visible())
                .map(FindingDetail::history)
                .orElse(List.of());
    }

    private static List<RelationJson> relations(List<AssetView.Relation> relations) {
        return relations.stream()
                .map(relation -> new RelationJson(relation.arn(), relation.type(), relation.kind()))
                .toList();
    }

    private Answer timeline(Request request) {
        AssetView view = view(request);
        List<TimelineJson> entries = new ArrayList<>();
        Timeline.of(center.snapshots(), center.types(), view.arn()).stream()
                .filter(entry -> entry.event() != Timeline.Event.UNCHANGED)
                .map(AssetRoutes::json)
                .forEach(entries::add);
        findings(view.arn(), request).stream()
                .flatMap(finding -> history(finding, request).stream()
                        .map(event -> new TimelineJson(
                                event.at(),
                                "compliance",
                                FindingJson.title(center.catalog(), finding.rule()) + ": " + event.kind(),
                                event.assessment(),
                                Optional.of(finding.id()),
                                List.of())))
                .forEach(entries::add);
        entries.sort(Comparator.comparing(TimelineJson::at).reversed());
        return new Answer.Json(new ItemsJson<>(entries));
    }

    private static TimelineJson json(Timeline.Entry entry) {
        String title = switch (entry.event()) {
            case FIRST_SEEN -> "First seen";
            case CHANGED ->
                entry.changes().size() == 1
                        ? "1 field changed"
                        : entry.changes().size() + " fields changed";
            case UNCHANGED -> "Unchanged";
            case GONE -> "Gone";
            case SEEN_AGAIN -> "Seen again";
            case NOT_READ -> "Not read: " + entry.note();
        };
        return new TimelineJson(
                entry.at(),
                "configuration",
                title,
                Optional.of(entry.snapshot()),
                Optional.empty(),
                entry.changes().stream()
                        .map(change -> new ChangeJson(change.field(), words(change.before()), words(change.after())))
                        .toList());
    }

    private static Optional<String> words(JsonNode value) {
        return value.isNull() || value.isMissingNode()
                ? Optional.empty()
                : Optional.of(value.isString() ? value.asString() : value.toString());
    }
}

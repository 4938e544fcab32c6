package io.plumbline.server;

import io.plumbline.ledger.Channel;
import io.plumbline.ledger.Delivery;
import io.plumbline.ledger.DeliveryState;
import io.plumbline.ledger.NotificationRoute;
import io.plumbline.ledger.RouteFilter;
import io.plumbline.ledger.Turn;
import io.plumbline.model.Severity;
import io.plumbline.notify.ChannelKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What is told to which channel and what became of it, for Admins. */
record NotifyRoutes(Center center) implements Routes {
    private record RouteJson(
            String id,
            String name,
            String channel,
            String leastSeverity,
            List<String> accounts,
            List<String> ous,
            List<String> frameworks,
            List<String> events,
            Optional<Integer> digestHour,
            boolean active) {
        static RouteJson of(NotificationRoute route) {
            RouteFilter filter = route.filter();
            Set<Turn> turns = filter.turns().isEmpty() ? EnumSet.allOf(Turn.class) : filter.turns();
            return new RouteJson(
                    route.id(),
                    route.name(),
                    route.channel(),
                    filter.least().word(),
                    filter.accounts().stream().sorted().toList(),
                    filter.ous().stream().sorted().toList(),
                    filter.frameworks().stream().sorted().toList(),
                    turns.stream().sorted().map(Turn::word).toList(),
                    route.digestHour(),
                    route.active());
        }
    }

    private record RouteBody(
            String name,
            String channel,
            Optional<String> leastSeverity,
            Optional<List<String>> accounts,
            Optional<List<String>> ous,
            Optional<List<String>> frameworks,
            Optional<List<String>> events,
            Optional<Integer> digestHour,
            Optional<Boolean> active) {
        RouteFilter filter() {
            return new RouteFilter(
                    leastSeverity.map(Severity::of).orElse(Severity.INFORMATIONAL),
                    set(accounts),
                    set(ous),
                    set(frameworks),
                    events.orElse(List.of()).stream().map(Turn::of).collect(Collectors.toSet()));
        }

        private static Set<String> set(Optional<List<String>> texts) {
            return Set.copyOf(texts.orElse(List.of()));
        }
    }

    private record DeliveryJson(
            String id,
            String route,
            String routeName,
            String channel,
            String channelName,
            String title,
            Optional<String> finding,
            Instant made,
            Instant due,
            int attempts,
            String state,
            Optional<String> trouble) {
        static DeliveryJson of(Delivery delivery) {
            return new DeliveryJson(
                    delivery.id(),
                    delivery.route(),
                    delivery.routeName(),
                    delivery.channel(),
                    delivery.channelName(),
                    delivery.title(),
                    delivery.finding(),
                    delivery.made(),
                    delivery.due(),
                    delivery.attempts(),
                    delivery.state().word(),
                    delivery.trouble());
        }
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept(
                "listRoutes",
                request -> new Answer.Json(new ItemsJson<>(center.ledger().routes().all().stream()
                        .map(RouteJson::of)
                        .toList())));
        routes.accept("addRoute", this::add);
        routes.accept("changeRoute", this::change);
        routes.accept("removeRoute", this::remove);
        routes.accept("listDeliveries", this::deliveries);
        routes.accept("retryDelivery", this::retry);
    }

    private Answer add(Request request) {
        RouteBody body = checked(request);
        return new Answer.Json(RouteJson.of(center.ledger()
                .routes()
                .add(
                        body.name(),
                        body.channel(),
                        body.filter(),
                        body.digestHour(),
                        body.active().orElse(true),
                        request.caller().actor(),
                        center.now())));
    }

    private Answer change(Request request) {
        String id = existing(request);
        RouteBody body = checked(request);
        NotificationRoute route = new NotificationRoute(
                id,
                body.name(),
                body.channel(),
                body.filter(),
                body.digestHour(),
                body.active().orElse(true));
        return new Answer.Json(RouteJson.of(
                center.ledger().routes().change(route, request.caller().actor(), center.now())));
    }

    /** What the ledger cannot check: it knows neither frameworks nor kinds of channels. */
    private RouteBody checked(Request request) {
        RouteBody body = request.body(RouteBody.class);
        body.filter().frameworks().forEach(id -> center.catalog().framework(id));
        Optional<ChannelKind> kind = center.ledger()
                .channels(center.vault())
                .get(body.channel())
                .map(Channel::kind)
                .flatMap(center.notifying().kinds()::find);
        if (body.digestHour().isPresent()
                && kind.filter(one -> !one.grain().digests()).isPresent()) {
            throw Problem.badRequest(
                    kind.get().title() + " is told each finding at once and takes no digest. Leave digestHour out.");
        }
        return body;
    }

    private String existing(Request request) {
        String id = request.text("route");
        return center.ledger()
                .routes()
                .get(id)
                .map(NotificationRoute::id)
                .orElseThrow(() -> Problem.notFound("There is no route '" + id + "'."));
    }

    private Answer remove(Request request) {
        center.ledger().routes().remove(existing(request), request.caller().actor(), center.now());
        return new Answer.Nothing();
    }

    private Answer deliveries(Request request) {
        Set<DeliveryState> states =
                request.texts("state").stream().map(DeliveryState::of).collect(Collectors.toSet());
        return new Answer.Json(PageJson.of(
                center.ledger()
                        .deliveries()
                        .page(states, request.optional("channel"), request.paging())
                        .map(DeliveryJson::of),
                request.paging()));
    }

    private Answer retry(Request request) {
        String id = request.text("delivery");
        if (center.ledger().deliveries().get(id).isEmpty()) {
            throw Problem.notFound("There is no delivery '" + id + "'.");
        }
        Delivery delivery =
                center.ledger().deliveries().retry(id, request.caller().actor(), center.now());
        center.notifying().soon();
        return new Answer.Json(DeliveryJson.of(delivery));
    }
}

package io.plumbline.server;

import io.plumbline.ledger.Channel;
import io.plumbline.ledger.ChannelChange;
import io.plumbline.ledger.Channels;
import io.plumbline.model.BadInput;
import io.plumbline.notify.ChannelKind;
import io.plumbline.notify.ChannelTrouble;
import io.plumbline.notify.Field;
import io.plumbline.notify.TicketKeeper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Where notifications can go, for Admins. */
record ChannelRoutes(Center center) implements Routes {
    private record FieldJson(
            String name, String title, boolean secret, boolean required, String hint, Optional<List<String>> choices) {
        static FieldJson of(Field field) {
            return new FieldJson(
                    field.name(),
                    field.title(),
                    field.secret(),
                    field.required(),
                    field.hint(),
                    Optional.of(field.choices()).filter(choices -> !choices.isEmpty()));
        }
    }

    private record KindJson(String id, String title, boolean tickets, List<FieldJson> fields) {
        static KindJson of(ChannelKind kind) {
            return new KindJson(
                    kind.id(),
                    kind.title(),
                    kind instanceof TicketKeeper,
                    kind.fields().stream().map(FieldJson::of).toList());
        }
    }

    private record ChannelJson(
            String id, String kind, String name, Map<String, String> settings, List<String> secrets, boolean active) {
        static ChannelJson of(Channel channel) {
            return new ChannelJson(
                    channel.id(),
                    channel.kind(),
                    channel.name(),
                    new TreeMap<>(channel.settings()),
                    channel.secrets().stream().sorted().toList(),
                    channel.active());
        }
    }

    private record NewChannel(
            String kind,
            String name,
            Map<String, String> settings,
            Optional<Map<String, String>> secrets,
            Optional<Boolean> active) {}

    private record Change(
            Optional<String> name,
            Optional<Map<String, String>> settings,
            Optional<Map<String, String>> secrets,
            Optional<Boolean> active) {}

    private record TestJson(boolean ok, String text) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept(
                "listChannelKinds",
                request -> new Answer.Json(new ItemsJson<>(center.notifying().kinds().all().stream()
                        .map(KindJson::of)
                        .toList())));
        routes.accept(
                "listChannels",
                request -> new Answer.Json(new ItemsJson<>(
                        channels().all().stream().map(ChannelJson::of).toList())));
        routes.accept("addChannel", this::add);
        routes.accept("changeChannel", this::change);
        routes.accept("removeChannel", this::remove);
        routes.accept("testChannel", this::test);
    }

    private Channels channels() {
        return center.ledger().channels(center.vault());
    }

    private Channel existing(Request request) {
        String id = request.text("channel");
        return channels().get(id).orElseThrow(() -> Problem.notFound("There is no channel '" + id + "'."));
    }

    private Answer add(Request request) {
        NewChannel body = request.body(NewChannel.class);
        Map<String, String> secrets = body.secrets().orElse(Map.of());
        center.notifying().kinds().check(body.kind(), body.settings(), secrets);
        return new Answer.Json(ChannelJson.of(channels()
                .add(
                        body.kind(),
                        body.name(),
                        body.settings(),
                        secrets,
                        body.active().orElse(true),
                        request.caller().actor(),
                        center.now())));
    }

    private Answer change(Request request) {
        Channel was = existing(request);
        Change body = request.body(Change.class);
        Map<String, String> secrets = body.secrets().orElse(Map.of());
        if (body.settings().isPresent() || !secrets.isEmpty()) {
            Map<String, String> all = new TreeMap<>(channels().secrets(was.id()));
            all.putAll(secrets);
            center.notifying().kinds().check(was.kind(), body.settings().orElse(was.settings()), all);
        }
        return new Answer.Json(ChannelJson.of(channels()
                .change(
                        was.id(),
                        new ChannelChange(body.name(), body.settings(), secrets, body.active()),
                        request.caller().actor(),
                        center.now())));
    }

    private Answer remove(Request request) {
        channels().remove(existing(request).id(), request.caller().actor(), center.now());
        return new Answer.Nothing();
    }

    /** It leaves this machine, so the audit log has it. */
    private Answer test(Request request) {
        Channel channel = existing(request);
        TestJson result;
        try {
            result = new TestJson(true, center.notifying().dispatcher().test(channel.id()));
        } catch (ChannelTrouble | BadInput e) {
            result = new TestJson(false, String.valueOf(e.getMessage()));
        }
        center.ledger()
                .audit()
                .append(
                        request.caller().actor(),
                        "channel-tested",
                        channel.id(),
                        Map.of("name", channel.name(), "ok", result.ok()),
                        center.now());
        return new Answer.Json(result);
    }
}

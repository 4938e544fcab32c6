package io.plumbline.notify;

import com.google.auto.service.AutoService;
import io.plumbline.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PagerDuty, by its Events API v2. A finding's id is the key by which it knows doubles and what a resolved finding resolves.
 */
@AutoService(ChannelKind.class)
public final class PagerDuty implements Messenger {
    private static final int SUMMARY = 1_024;

    @Override
    public String id() {
        return "pagerduty";
    }

    @Override
    public String title() {
        return "PagerDuty";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("routingKey", "Integration key", "Of an Events API v2 integration of a service")
                        .kept(),
                Field.url("url", "Events API", "https://events.pagerduty.com, or https://events.eu.pagerduty.com")
                        .orNot());
    }

    @Override
    public Grain grain() {
        return Grain.EACH;
    }

    @Override
    public void send(Message message, Settings settings, Wires wires) {
        for (Item item : message.items()) {
            if (item.turn().open()) {
                trigger(item, settings, wires);
            } else {
                event("resolve", item.id(), Map.of(), settings, wires);
            }
        }
    }

    @Override
    public String test(Settings settings, Wires wires) {
        Map<String, ?> payload =
                Map.of("summary", "Plumbline: this is a test", "source", "plumbline", "severity", "info");
        event("trigger", "plumbline-test", Map.of("payload", payload), settings, wires);
        event("resolve", "plumbline-test", Map.of(), settings, wires);
        return "An incident that says it is a test was triggered and resolved.";
    }

    private static void trigger(Item item, Settings settings, Wires wires) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("summary", Texts.shortened(item.headline(), SUMMARY));
        payload.put("source", item.accountId());
        payload.put("severity", severity(item.severity()));
        payload.put("component", Texts.shortened(item.about(), SUMMARY));
        payload.put("class", item.rule());
        payload.put(
                "custom_details",
                Map.of("reason", item.reason(), "region", item.region(), "fix", item.fix(), "unit", item.unit()));
        event(
                "trigger",
                item.id(),
                Map.of("payload", payload, "links", List.of(Map.of("href", item.link(), "text", "See in Plumbline"))),
                settings,
                wires);
    }

    private static void event(String action, String key, Map<String, ?> more, Settings settings, Wires wires) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("routing_key", settings.text("routingKey"));
        body.put("event_action", action);
        body.put("dedup_key", key);
        body.put("client", "Plumbline");
        String base = settings.optional("url").orElse("https://events.pagerduty.com");
        wires.web().send(Call.json("POST", base.replaceFirst("/+$", "") + "/v2/enqueue", body));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFORMATIONAL -> "info";
        };
    }
}

package io.plumbline.notify;

import com.google.auto.service.AutoService;
import io.plumbline.ledger.Ticket;
import io.plumbline.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Records of a table of ServiceNow, incidents as a rule, by its Table API. A record is found again by its correlation id. */
@AutoService(ChannelKind.class)
public final class ServiceNow implements TicketKeeper {
    private static final int SHORT = 160;
    private static final String IN_PROGRESS = "2";
    private static final String RESOLVED = "6";

    @Override
    public String id() {
        return "servicenow";
    }

    @Override
    public String title() {
        return "ServiceNow";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.url("url", "Instance", "https://example.service-now.com"),
                Field.text("table", "Table", "incident, or one that extends it; leave it out for incident")
                        .orNot(),
                Field.text("user", "User", "One of its own, with the role itil"),
                Field.text("password", "Password", "The user's").kept(),
                Field.text("group", "Assignment group", "Whose incidents these are")
                        .orNot(),
                Field.text("closeCode", "Resolution code", "One of your instance; leave it out for Solution provided")
                        .orNot());
    }

    @Override
    public String test(Settings settings, Wires wires) {
        Reply reply = ask(Call.get(table(settings) + "?sysparm_limit=1&sysparm_fields=sys_id"), settings, wires);
        if (!reply.json().path("result").isArray()) {
            throw ChannelTrouble.because(
                    "The answer is none of the Table API. See that the address is your instance's.");
        }
        return "The table can be read. No record was made.";
    }

    @Override
    public Ticket open(Item finding, Settings settings, Wires wires) {
        return find(finding, settings, wires).orElseGet(() -> make(finding, settings, wires));
    }

    private static Optional<Ticket> find(Item finding, Settings settings, Wires wires) {
        JsonNode found = ask(
                        Call.get(table(settings) + "?sysparm_limit=1&sysparm_fields=sys_id,number&sysparm_query="
                                + Call.encoded("correlation_id=" + Texts.mark(finding) + "^active=true")),
                        settings,
                        wires)
                .json()
                .at("/result/0");
        return found.has("sys_id") ? Optional.of(ticket(found.path("sys_id").asString(), settings)) : Optional.empty();
    }

    private static Ticket make(Item finding, Settings settings, Wires wires) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("short_description", Texts.shortened(finding.headline(), SHORT));
        record.put("description", Texts.ticket(finding));
        record.put("correlation_id", Texts.mark(finding));
        record.put("correlation_display", "Plumbline");
        record.put("impact", weight(finding.severity()));
        record.put("urgency", weight(finding.severity()));
        settings.optional("group").ifPresent(group -> record.put("assignment_group", group));
        Reply reply = ask(Call.json("POST", table(settings), record), settings, wires);
        return ticket(reply.text("/result/sys_id"), settings);
    }

    @Override
    public void close(Ticket ticket, Item finding, Settings settings, Wires wires) {
        change(
                ticket,
                Map.of(
                        "state", RESOLVED,
                        "close_code", settings.optional("closeCode").orElse("Solution provided"),
                        "close_notes", Texts.closing(finding)),
                settings,
                wires);
    }

    @Override
    public Ticket reopen(Ticket ticket, Item finding, Settings settings, Wires wires) {
        try {
            change(ticket, Map.of("state", IN_PROGRESS, "work_notes", Texts.reopening(finding)), settings, wires);
            return new Ticket(ticket.number(), ticket.link(), false);
        } catch (ChannelTrouble e) {
            // A record that is closed for good takes no change.
            if (e.status().orElse(0) != 403) {
                throw e;
            }
            return make(finding, settings, wires);
        }
    }

    private static void change(Ticket ticket, Map<String, ?> fields, Settings settings, Wires wires) {
        ask(Call.json("PATCH", table(settings) + "/" + Call.encoded(ticket.number()), fields), settings, wires);
    }

    private static Reply ask(Call call, Settings settings, Wires wires) {
        return wires.web()
                .send(call.basic(settings.text("user"), settings.text("password"))
                        .with("Accept", "application/json"));
    }

    private static String name(Settings settings) {
        return settings.optional("table").orElse("incident");
    }

    private static String table(Settings settings) {
        return settings.base("url") + "/api/now/table/" + Call.encoded(name(settings));
    }

    private static Ticket ticket(String id, Settings settings) {
        String record = Call.encoded(name(settings) + ".do?sys_id=" + id);
        return new Ticket(id, settings.base("url") + "/nav_to.do?uri=" + record, false);
    }

    /** Impact and urgency: 1 is high, 3 is low. */
    private static String weight(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "1";
            case MEDIUM -> "2";
            case LOW, INFORMATIONAL -> "3";
        };
    }
}

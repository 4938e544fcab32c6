package io.plumbline.server;

import io.plumbline.model.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the pages ask for, put into a file: whole lists, since there the page filters, sorts and pages by itself. Numbers are never cut;
 * of very long lists the worst rows are in it, and it says how many are not.
 */
final class OfflineData {
    /** Units in the order in which they are put in while there is room. */
    private static final List<Status> WORST_FIRST =
            List.of(Status.FAIL, Status.UNKNOWN, Status.MANUAL, Status.PASS, Status.NOT_APPLICABLE);

    private final Questions.Asker asker;
    private final Map<String, List<String>> subject;
    private final JsonNode compliance;
    private final Set<String> known;
    private final Limits limits;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> rules = new LinkedHashSet<>();

    /**
     * How much one file may hold, so that a browser can still open it.
     *
     * @param rows of each list, such as findings
     * @param units of all rules together
     * @param unitsOfOne of one rule and status
     */
    record Limits(long rows, long units, long unitsOfOne) {
        static final Limits STANDARD = new Limits(5_000, 20_000, 1_000);
    }

    /**
     * What is not in the file.
     *
     * @param rule whose units; absent for other lists
     */
    private record LeftOut(String what, Optional<String> rule, long kept, long total) {}

    /**
     * @param asker who it is for
     * @param subject the parameters framework and asOf, as the operations take them
     * @param compliance the answer of getCompliance to these
     * @param known ids of the rules that the catalog has
     */
    OfflineData(
            Questions.Asker asker,
            Map<String, List<String>> subject,
            JsonNode compliance,
            Set<String> known,
            Limits limits) {
        this.asker = asker;
        this.subject = subject;
        this.compliance = compliance;
        this.known = known;
        this.limits = limits;
    }

    /** Asks for all of it. */
    void write(OfflineJson json) {
        Map<String, List<String>> framework =
                Map.of("framework", List.of(compliance.path("framework").asString()));
        json.value("compliance", compliance);
        compliance
                .path("controls")
                .forEach(control -> rules.add(control.path("rule").asString()));
        ObjectNode status = (ObjectNode) asker.ask("getStatus", Map.of());
        status.remove("running");
        json.value("status", status);
        json.value("overview", asker.ask("getOverview", framework));
        json.value("trend", asker.ask("getTrend", subject));
        json.value("heatmap", asker.ask("getHeatmap", subject));
        json.value("frameworks", asker.ask("listFrameworks", Map.of()).path("items"));
        json.list("results", items -> asker.items("listControlResults", subject, Long.MAX_VALUE, items::accept));
        json.list("accounts", items -> asker.items("listAccounts", framework, Long.MAX_VALUE, items::accept));
        json.list("units", this::units);
        json.list("findings", this::findings);
        json.list(
                "exceptions",
                items -> rows("listExceptions", "exceptions", exception -> {
                    exception.path("rules").forEach(rule -> rules.add(rule.asString()));
                    JsonNode whole = detail("getException", "exception", exception);
                    // From where people decided is nothing for whoever is handed the file; no page shows it.
                    whole.path("history").forEach(step -> ((ObjectNode) step).remove("address"));
                    items.accept(whole);
                }));
        json.list("questions", items -> rows("listOpenQuestions", "questions", named(items)));
        json.list("attestations", items -> rows("listAttestations", "attestations", named(items)));
        rules.retainAll(known);
        json.list("rules", items -> rules.forEach(rule -> items.accept(asker.ask("getRule", named(rule)))));
        json.list(
                "histories",
                items -> rules.forEach(rule -> items.accept(Map.of(
                        "rule",
                        rule,
                        "items",
                        asker.ask("getRuleHistory", named(rule)).path("items")))));
        json.value("leftOut", leftOut);
    }

    private static Map<String, List<String>> named(String rule) {
        return Map.of("rule", List.of(rule));
    }

    /** Takes rows that name a rule, and remembers the rule. */
    private Consumer<JsonNode> named(Consumer<Object> items) {
        return row -> {
            rules.add(row.path("rule").asString());
            items.accept(row);
        };
    }

    private JsonNode detail(String operation, String parameter, JsonNode row) {
        return asker.ask(operation, Map.of(parameter, List.of(row.path("id").asString())));
    }

    private void rows(String operation, String what, Consumer<JsonNode> each) {
        long total = asker.items(operation, Map.of(), limits.rows(), each);
        note(what, Optional.empty(), Math.min(total, limits.rows()), total);
    }

    private void note(String what, Optional<String> rule, long kept, long total) {
        if (kept < total) {
            leftOut.add(new LeftOut(what, rule, kept, total));
        }
    }

    /** Open ones first, since those are what somebody has to mend. */
    private void findings(Consumer<Object> items) {
        long kept = 0;
        long total = 0;
        for (String state : List.of("open", "resolved")) {
            long room = limits.rows() - kept;
            long found = asker.items(
                    "listFindings",
                    Map.of("state", List.of(state)),
                    room,
                    finding -> named(items).accept(detail("getFinding", "finding", finding)));
            kept += Math.min(found, room);
            total += found;
        }
        note("findings", Optional.empty(), kept, total);
    }

    private void units(Consumer<Object> items) {
        String assessment = compliance.path("assessment").path("id").asString();
        Set<String> judged = new LinkedHashSet<>();
        compliance
                .path("controls")
                .forEach(control -> judged.add(control.path("rule").asString()));
        judged.retainAll(known);
        long room = limits.units();
        for (Status status : WORST_FIRST) {
            for (String rule : judged) {
                long most = Math.min(room, limits.unitsOfOne());
                long total = asker.items(
                        "listUnits",
                        Map.of(
                                "rule",
                                List.of(rule),
                                "status",
                                List.of(status.name()),
                                "assessment",
                                List.of(assessment)),
                        most,
                        items::accept);
                long kept = Math.min(total, most);
                room -= kept;
                note(status.name(), Optional.of(rule), kept, total);
            }
        }
    }
}

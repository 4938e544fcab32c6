package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Partition;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the repairs of units on a database where the tables are, on a connection of its own. */
final class RepairRun {
    private static final String GLOBAL = "global";

    private final Database database;
    private final Accounts accounts;
    private final Partition partition;

    /** {@link Accounts#create} must have been done. */
    RepairRun(Database database, Accounts accounts, Manifest manifest) {
        this.database = database;
        this.accounts = accounts;
        this.partition = new Partition(manifest.partition());
    }

    private record Row(
            String accountId, String unit, String region, String calls, String before, String after, String note) {}

    /**
     * The repairs of a rule's failed units, ordered by account and unit.
     *
     * @throws BadInput if the SQL cannot run, or gives what is no repair of one of them
     */
    List<Repair> repairs(
            Rule rule, RepairQuery query, RepairCheck.Checked checked, List<FailedUnit> units, RuleSettings settings) {
        if (units.isEmpty()) {
            return List.of();
        }
        Set<List<String>> wanted = new HashSet<>();
        units.forEach(unit -> wanted.add(List.of(unit.accountId(), unit.unit())));
        return rows(query.of(rule, units), query, checked, settings).stream()
                .map(row -> {
                    if (!wanted.remove(List.of(row.accountId(), row.unit()))) {
                        throw new BadInput(query.file() + ": it gave the unit '" + row.unit() + "' of account '"
                                + row.accountId() + "', which did not fail, or gave it twice.");
                    }
                    return repair(rule, query, row);
                })
                .toList();
    }

    private List<Row> rows(Rule repairing, RepairQuery query, RepairCheck.Checked checked, RuleSettings settings) {
        try (Database connection = database.another()) {
            accounts.param(connection, repairing, settings);
            new Views().make(connection, repairing);
            return connection.query(
                    checked.select(),
                    row -> new Row(
                            text(row.getString(1)),
                            text(row.getString(2)),
                            text(row.getString(3)),
                            text(row.getString(4)),
                            text(row.getString(5)),
                            text(row.getString(6)),
                            text(row.getString(7))));
        } catch (DatabaseException e) {
            throw new BadInput(query.file() + ": the repair cannot run: " + e.getMessage(), e);
        }
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private Repair repair(Rule rule, RepairQuery query, Row row) {
        try {
            List<RepairCall> calls = row.calls().isEmpty()
                    ? List.of()
                    : JsonText.node(row.calls()).valueStream().map(this::call).toList();
            return new Repair(
                    rule.id(),
                    row.accountId(),
                    row.unit(),
                    row.region(),
                    calls,
                    piece(row.before()),
                    piece(row.after()),
                    Optional.of(row.note()).filter(note -> !note.isBlank()));
        } catch (IllegalArgumentException e) {
            throw new BadInput(query.file() + ": the repair of " + row.unit() + " is none: " + e.getMessage() + ".", e);
        }
    }

    private RepairCall call(JsonNode call) {
        String region = call.path("region").asString("");
        return new RepairCall(
                call.path("service").asString(""),
                call.path("operation").asString(""),
                region.equals(GLOBAL) ? partition.homeRegion() : region,
                withoutNulls(call.path("parameters")));
    }

    private static Optional<JsonNode> piece(String json) {
        return Optional.of(json)
                .filter(text -> !text.isEmpty())
                .map(JsonText::node)
                .filter(node -> !node.isNull())
                .map(RepairRun::withoutNulls);
    }

    /** SQL has no structure without a member: what is null is what is not said. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeNulls();
        }
        node.forEach(RepairRun::withoutNulls);
        return node;
    }
}

package io.plumbline.inventory;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that one snapshot says of one asset.
 *
 * @param created when it was made, as AWS says; empty if AWS does not
 * @param configuration what each table says of it, its own table first
 * @param unread columns that could not be read, by table
 * @param refersTo the assets that it names
 * @param referredToBy the assets that name it
 */
public record AssetView(
        String arn,
        String type,
        String accountId,
        String region,
        String name,
        Map<String, String> tags,
        Optional<String> created,
        String hash,
        String collectedAt,
        Map<String, JsonNode> configuration,
        Map<String, List<String>> unread,
        List<Relation> refersTo,
        List<Relation> referredToBy) {

    /** One relation: the other asset, and the column of the naming one in which it is named. */
    public record Relation(String arn, String type, String kind) {}

    private record Basics(
            String arn,
            String type,
            List<String> tables,
            String account,
            String region,
            String name,
            String tags,
            Optional<String> created,
            String hash,
            String collectedAt) {}

    /**
     * Looks an asset up.
     *
     * @param wanted its ARN, or the last part of it, such as {@code vpc-0a1b…}, if only one asset has that
     * @throws BadInput if there is no such asset, or more than one
     */
    public static AssetView of(Inventory inventory, String wanted) {
        try (Database database = Database.openWide()) {
            inventory.attach(database);
            Basics basics = basics(database, resolve(inventory, database, wanted));
            Schemas schemas = inventory.schemas();
            inventory.snapshot().attach(database, schemas, basics.tables());
            Map<String, JsonNode> configuration = new LinkedHashMap<>();
            Map<String, List<String>> unread = new LinkedHashMap<>();
            basics.tables().stream()
                    .sorted(java.util.Comparator.comparing((String table) -> !table.equals(basics.type())))
                    .flatMap(name -> schemas.table(name).stream())
                    .flatMap(table -> AssetRow.read(database, table, basics.arn()).stream())
                    .forEach(row -> {
                        configuration.put(row.table(), row.configuration());
                        List<String> missing = row.unread().stream()
                                .filter(one -> !one.isEmpty())
                                .sorted()
                                .toList();
                        if (!missing.isEmpty()) {
                            unread.put(row.table(), missing);
                        }
                    });
            return new AssetView(
                    basics.arn(),
                    basics.type(),
                    basics.account(),
                    basics.region(),
                    basics.name(),
                    tags(basics.tags()),
                    basics.created(),
                    basics.hash(),
                    basics.collectedAt(),
                    configuration,
                    unread,
                    relations(database, "to", "from", basics.arn()),
                    relations(database, "from", "to", basics.arn()));
        }
    }

    /** The ARN that is meant. */
    private static String resolve(Inventory inventory, Database database, String wanted) {
        List<String> found = database.query(
                "select arn from asset where arn = " + Sql.text(wanted)
                        + (wanted.startsWith("arn:") ? "" : " or regexp_extract(arn, '[^:/]+$') = " + Sql.text(wanted))
                        + " order by arn <> " + Sql.text(wanted) + ", arn limit 11",
                row -> row.getString(1));
        if (found.isEmpty()) {
            throw new BadInput("There is no asset '" + wanted + "' in snapshot "
                    + inventory.snapshot().manifest().id()
                    + ". Find it with: plumbline assets search TEXT; what became of it: plumbline assets timeline ARN");
        }
        if (found.size() > 1 && !found.getFirst().equals(wanted)) {
            throw new BadInput("'" + wanted + "' is the end of several ARNs. Give one of them whole: "
                    + found.stream().limit(10).collect(Collectors.joining(", ")) + (found.size() > 10 ? ", …" : ""));
        }
        return found.getFirst();
    }

    private static Basics basics(Database database, String arn) {
        return database.query(
                        "select arn, type, to_json(tables)::varchar, account_id, region, coalesce(name, ''),"
                                + " coalesce(to_json(tags)::varchar, '{}'), strftime(created, '%Y-%m-%dT%H:%M:%SZ'), hash,"
                                + " coalesce(strftime(collected_at, '%Y-%m-%dT%H:%M:%SZ'), '') from asset where arn = "
                                + Sql.text(arn),
                        row -> new Basics(
                                row.getString(1),
                                row.getString(2),
                                texts(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                Optional.ofNullable(row.getString(8)),
                                row.getString(9),
                                row.getString(10)))
                .getFirst();
    }

    private static List<String> texts(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Map<String, String> tags(String json) {
        Map<String, String> tags = new java.util.TreeMap<>();
        JsonMapper.shared()
                .readTree(json)
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString("")));
        return tags;
    }

    private static List<Relation> relations(Database database, String there, String here, String arn) {
        return database.query(
                "select " + there + "_arn, " + there + "_type, kind from asset_relation where " + here + "_arn = "
                        + Sql.text(arn) + " order by 2, 1, 3",
                row -> new Relation(row.getString(1), row.getString(2), row.getString(3)));
    }
}

package io.plumbline.inventory;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every text in the snapshot that may name something: an ARN, an id, a twelve-digit account where accounts stand, a document, a name in
 * a column that is called after what it names. What it names is found out by {@link RelationTable} and {@link AccountReferenceTable}.
 */
final class ReferenceTable {
    static final String NAME = "reference";

    /** Ids as AWS makes them: {@code vpc-0a1b2c3d…}, UUIDs of keys, and those of AWS Organizations. */
    static final String ID = "^([a-z][a-z0-9]*(-[a-z]+)*-[0-9a-f]{8}[0-9a-z]*"
            + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}"
            + "|[op]-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$";

    /** What the last step of a path is called where an account's number stands. */
    static final String ACCOUNT_PATH =
            "(^|[._])(accounts?|account_?ids?|owner|owner_?id|user_id|principals?|principals\\[\\]\\.id"
                    + "|owner_?account|account_arn|requester_id|associated_entity)(\\[\\])*$";

    /** Most texts are none of it; the order and the CASE keep the patterns from being tried on them. */
    private static final String MAY_NAME = "case when l.v is null or l.v = '' then false"
            + " when l.n is not null or starts_with(l.v, 'arn:') or starts_with(l.v, '{') then true"
            + " when length(l.v) = 12 and regexp_matches(l.v, '^[0-9]{12}$') then regexp_matches(lower(l.p), "
            + Sql.text(ACCOUNT_PATH) + ")"
            + " when contains(l.v, '-') and length(l.v) < 64 and not contains(l.v, ' ') then regexp_matches(l.v, "
            + Sql.text(ID) + ") else false end";

    /** The engine puts the tags into one column for all; AWS's own columns of them would say it twice. */
    private static final Set<String> LEFT_OUT = Set.of(
            "account_id",
            "region",
            "partition",
            "arn",
            "name",
            "collected_at",
            "unread",
            "aws_tags",
            "tag_set",
            "tag_list",
            "tags_list",
            "resource_tags");

    private final Derivation derivation;

    ReferenceTable(Derivation derivation) {
        this.derivation = derivation;
    }

    void write(List<TableSchema> tables) throws IOException {
        Nouns nouns = Nouns.of(tables);
        List<String> parts = new ArrayList<>();
        for (TableSchema table : tables) {
            String part = "part-" + table.name();
            derivation.write(part, rows(table, nouns));
            parts.add(part);
        }
        derivation.write(
                "part-",
                "select '' as arn, '' as type, '' as account_id, '' as region, '' as path, '' as value,"
                        + " '' as noun where false");
        parts.add("part-");
        derivation.write(NAME, "select * from " + derivation.read("part-*"));
        derivation.delete(parts);
    }

    private static String rows(TableSchema table, Nouns nouns) {
        List<Column> columns = table.columns().stream()
                .filter(column -> !LEFT_OUT.contains(column.name()))
                .toList();
        return "select arn, type, account_id, region, l.p as path, l.v as value, l.n as noun from (select arn, "
                + Sql.text(table.name()) + " as type, account_id, region, unnest(list_filter("
                + Texts.located(columns, nouns::at) + ", lambda l: " + MAY_NAME + ")) as l from "
                + Sql.name(table.name())
                + " where arn <> '')";
    }
}

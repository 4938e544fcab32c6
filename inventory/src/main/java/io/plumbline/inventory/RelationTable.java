package io.plumbline.inventory;

import io.plumbline.snapshot.Sql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code asset_relation}: references that name an asset of the snapshot. An ARN names the asset of that ARN; an id the asset
 * whose ARN ends with it, in the same account and region if there is one, then in the same account, then anywhere; a name the asset of
 * that name in the same account and region, or anywhere if such names are unique in a partition, as those of buckets are. An asset whose
 * ARN goes on where another's ends is part of that one.
 */
final class RelationTable {
    private static final int LARGEST_DOCUMENT = 200_000;

    private final Derivation derivation;

    RelationTable(Derivation derivation) {
        this.derivation = derivation;
    }

    void write() throws IOException {
        key("near", "key, account_id, region");
        key("in_account", "key, account_id");
        key("anywhere", "key");
        // One after the other, since each of them alone may need all the memory that there is.
        List<String> found = List.of(byArn(), inDocuments(), byId(), byName(), parts());
        List<String> parts = new ArrayList<>();
        for (String select : found) {
            String part = "part-" + parts.size();
            derivation.write(
                    part,
                    "select from_arn, to_arn, kind, from_type, to_type from (" + select
                            + ") as found(from_arn, to_arn, kind, from_type, to_type) where from_arn <> to_arn");
            parts.add(part);
        }
        derivation.write(
                DerivedTables.RELATION.name(),
                "select distinct * from " + derivation.read("part-*") + " order by from_arn, kind, to_arn",
                ", row_group_size 20480");
        derivation.delete(parts);
        List.of("near", "in_account", "anywhere")
                .forEach(name -> derivation.database().execute("drop table " + name));
    }

    /** One asset for each id, in ever wider places. */
    private void key(String name, String by) {
        derivation
                .database()
                .execute("create temp table " + name + " as select " + by
                        + ", min(arn) as arn, arg_min(type, arn) as type"
                        + " from (select regexp_extract(arn, '[^:/]+$') as key, arn, type, account_id, region from asset) where"
                        + " regexp_matches(key, " + Sql.text(ReferenceTable.ID) + ") group by " + by);
    }

    private String references() {
        return derivation.read(ReferenceTable.NAME);
    }

    /** A log group's ARN is written with a star at its end here and there. */
    private String byArn() {
        return "select r.arn as from_arn, a.arn as to_arn, r.path as kind, r.type as from_type, a.type as to_type from "
                + references()
                + " r join asset a on a.arn = regexp_replace(r.value, ':\\*$', '') where starts_with(r.value, 'arn:')";
    }

    private String inDocuments() {
        return "select r.arn, a.arn, r.path, r.type, a.type from (select arn, path, type, unnest(list_distinct("
                + "regexp_extract_all(value, 'arn:[a-z-]+:[A-Za-z0-9_./:@+=,-]+'))) as value from " + references()
                + " where starts_with(value, '{') and length(value) < " + LARGEST_DOCUMENT
                + ") r join asset a on a.arn = r.value";
    }

    private String byId() {
        return "select r.arn, coalesce(n.arn, i.arn, k.arn), r.path, r.type, coalesce(n.type, i.type, k.type) from (select * from "
                + references() + " where not starts_with(value, 'arn:') and not starts_with(value, '{')) r"
                + " join anywhere k on k.key = r.value"
                + " left join in_account i on i.key = r.value and i.account_id = r.account_id"
                + " left join near n on n.key = r.value and n.account_id = r.account_id and n.region = r.region";
    }

    private String byName() {
        String named = "select r.arn, a.arn, r.path, r.type, a.type from " + references()
                + " r join asset a on a.type = r.noun and a.name = r.value";
        return named + " and a.account_id = r.account_id and a.region = r.region union all " + named
                + " where split_part(a.arn, ':', 4) = '' and split_part(a.arn, ':', 5) = ''";
    }

    private static String parts() {
        return "select c.arn, p.arn, 'arn', c.type, p.type from asset c join asset p on p.arn = regexp_replace(c.arn, '[:/][^:/]+$', '')"
                + " union all select c.arn, p.arn, 'arn', c.type, p.type from asset c join asset p on"
                + " p.arn = regexp_replace(c.arn, '[:/][^:/]+[:/][^:/]+$', '')";
    }
}

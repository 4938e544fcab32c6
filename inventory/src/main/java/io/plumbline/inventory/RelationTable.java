package io.plumbline.inventory;

import io.plumbline.snapshot.Sql;

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

    void write() {
        derivation.database().execute("create temp table asset_key as select regexp_extract(arn, '[^:/]+$') as key, arn, type,"
                + " account_id, region from asset where regexp_matches(regexp_extract(arn, '[^:/]+$'), "
                + Sql.text(ReferenceTable.ID) + ")");
        derivation.database().execute(
                "create temp table asset_key_twice as select key from asset_key group by key having count(*) > 1");
        String found = String.join(" union all ", byArn(), inDocuments(), byId(), byAmbiguousId(), byName(), parts());
        derivation.write(
                DerivedTables.RELATION.name(),
                "select distinct from_arn, to_arn, kind, from_type, to_type from (" + found
                        + ") where from_arn <> to_arn order by from_arn, kind, to_arn",
                ", row_group_size 20480");
        derivation.database().execute("drop table asset_key");
        derivation.database().execute("drop table asset_key_twice");
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
                + " where starts_with(value, '{') and length(value) < " + LARGEST_DOCUMENT + ") r join asset a on a.arn = r.value";
    }

    private String byId() {
        return "select r.arn, k.arn, r.path, r.type, k.type from " + references()
                + " r join asset_key k on k.key = r.value where not starts_with(r.value, 'arn:')"
                + " and r.value not in (select key from asset_key_twice)";
    }

    private String byAmbiguousId() {
        return "select from_arn, to_arn, kind, from_type, to_type from (select r.arn as from_arn, k.arn as to_arn, r.path as kind,"
                + " r.type as from_type, k.type as to_type from " + references()
                + " r join asset_key_twice t on t.key = r.value join asset_key k on k.key = r.value"
                + " qualify row_number() over (partition by r.arn, r.path, r.value order by k.account_id <> r.account_id,"
                + " k.region <> r.region, k.arn) = 1)";
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

package io.plumbline.inventory;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.TableSchema;
import java.util.List;

/** The tables that are worked out of a snapshot's own, as {@code plumbline tables} describes them and {@code plumbline query} reads them. */
public final class DerivedTables {
    /** One row an asset. */
    public static final TableSchema ASSET = new TableSchema(
            "asset",
            "Every asset of every type once, whichever tables describe it.",
            List.of(
                    Column.of("id", "INTEGER"),
                    Column.of("arn", "VARCHAR"),
                    Column.of("type", "VARCHAR"),
                    Column.of("tables", "VARCHAR[]"),
                    Column.of("account_id", "VARCHAR"),
                    Column.of("region", "VARCHAR"),
                    Column.of("partition", "VARCHAR"),
                    Column.of("name", "VARCHAR"),
                    Column.of("tags", "MAP(VARCHAR, VARCHAR)"),
                    Column.of("created", "TIMESTAMPTZ"),
                    Column.of("hash", "VARCHAR"),
                    Column.of("collected_at", "TIMESTAMPTZ")),
            false);

    /** One row a reference from one asset to another. */
    public static final TableSchema RELATION = new TableSchema(
            "asset_relation",
            "Which asset names which other one, and in which column (kind).",
            List.of(
                    Column.of("from_arn", "VARCHAR"),
                    Column.of("to_arn", "VARCHAR"),
                    Column.of("kind", "VARCHAR"),
                    Column.of("from_type", "VARCHAR"),
                    Column.of("to_type", "VARCHAR")),
            false);

    /** One row a mention of an account by an asset of another account. */
    public static final TableSchema ACCOUNT_REFERENCE = new TableSchema(
            "account_reference",
            "Every account that an asset of another account names: policies, ARNs, owners, peerings, shares.",
            List.of(
                    Column.of("account_id", "VARCHAR"),
                    Column.of("holder_account_id", "VARCHAR"),
                    Column.of("region", "VARCHAR"),
                    Column.of("arn", "VARCHAR"),
                    Column.of("type", "VARCHAR"),
                    Column.of("column_path", "VARCHAR"),
                    Column.of("value", "VARCHAR"),
                    Column.of("statement", "VARCHAR"),
                    Column.of("effect", "VARCHAR"),
                    Column.of("element", "VARCHAR"),
                    Column.of("conditions", "VARCHAR")),
            false);

    private DerivedTables() {}

    /** All, by name. */
    public static List<TableSchema> all() {
        return List.of(ACCOUNT_REFERENCE, ASSET, RELATION);
    }
}

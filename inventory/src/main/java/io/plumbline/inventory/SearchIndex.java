package io.plumbline.inventory;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The index of {@code assets search}: {@code token.parquet} holds each token of each asset, sorted by token, so that a question opens
 * only the row groups where its words stand; {@code vocabulary.parquet} each token once, for what stands in the middle of a word. The
 * filters by type, account and region are tokens too, with a sign that no word can have.
 */
final class SearchIndex {
    static final String TOKENS = "token";
    static final String VOCABULARY = "vocabulary";

    private static final List<String> LEFT_OUT = List.of(
            "account_id",
            "region",
            "partition",
            "arn",
            "name",
            "collected_at",
            "unread",
            "aws_arn",
            "aws_name",
            "aws_tags");

    private final Derivation derivation;

    SearchIndex(Derivation derivation) {
        this.derivation = derivation;
    }

    /** The token of a filter. */
    static String filter(String field, String value) {
        return field + "=" + value;
    }

    void write(List<TableSchema> tables) throws IOException {
        TextFunction.register(
                derivation.database(),
                "asset_tokens",
                2,
                arguments -> Optional.of(Tokens.indexed(arguments.getFirst(), arguments.getLast())));
        List<String> parts = new ArrayList<>(List.of("part-"));
        derivation.write("part-", filters());
        for (TableSchema table : tables) {
            String part = "part-" + table.name();
            derivation.write(part, tokens(table));
            parts.add(part);
        }
        derivation.write(
                TOKENS,
                "select * from " + derivation.read("part-*") + " order by token, asset",
                ", parquet_version v2, row_group_size 40960");
        derivation.delete(parts);
        derivation.write(
                VOCABULARY,
                "select token, count(*) as assets from " + derivation.read(TOKENS)
                        + " where not contains(token, '=') group by token order by token",
                ", parquet_version v2, row_group_size 122880");
    }

    /** {@code place} is 1 for a token of the ARN or name, 2 for any other, 0 for a filter. */
    private static String tokens(TableSchema table) {
        List<Column> others = table.columns().stream()
                .filter(column -> !LEFT_OUT.contains(column.name()))
                .toList();
        return "select ltrim(t, '!') as token, asset_number as asset, case when starts_with(t, '!') then 1 else 2 end::tinyint as place"
                + " from (select asset_number, unnest(string_split(asset_tokens(concat_ws(' ', r.arn, r.name), "
                + Texts.joined(others) + "), ' ')) as t from " + Sql.name(table.name())
                + " r join (select id as asset_number, arn as of from asset where list_contains(tables, "
                + Sql.text(table.name())
                + ")) on r.arn = of) where t <> ''";
    }

    private static String filters() {
        return "select 'type=' || unnest(tables) as token, id as asset, 0::tinyint as place from asset"
                + " union all select 'account=' || account_id, id, 0 from asset"
                + " union all select 'region=' || region, id, 0 from asset";
    }
}

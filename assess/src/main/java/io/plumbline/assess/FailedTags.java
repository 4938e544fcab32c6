package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tags of all assets that failed, looked up once for all rules. Where several tables have an asset, the one that says most of it
 * counts.
 */
final class FailedTags {
    private static final String TABLE = Sql.name("plumbline_failed_tags");
    private static final String NONE = " cross join (select null::map(varchar, varchar) as tags) t";

    private final AssessmentResult result;

    private FailedTags(AssessmentResult result) {
        this.result = result;
    }

    static FailedTags of(AssessmentResult result, List<Rule> rules) {
        FailedTags tags = new FailedTags(result);
        tags.lookUp(rules.stream().filter(tags::failed).toList());
        return tags;
    }

    /** What to join to a rule's verdicts {@code v}, to have the tags in {@code t}. */
    String of(Rule rule) {
        return failed(rule)
                ? " left join " + TABLE
                        + " t on v.status = 'FAIL' and t.account_id = v.account_id and t.arn = coalesce(v.asset, v.unit)"
                : NONE;
    }

    /** Takes them out of the database again. */
    void drop() {
        result.database().execute("drop table if exists " + TABLE);
    }

    private boolean failed(Rule rule) {
        return result.countsOf(rule).values().stream().anyMatch(counts -> counts.failed() + counts.excepted() > 0);
    }

    private void lookUp(List<Rule> rules) {
        Database database = result.database();
        String none = "select null::varchar as account_id, null::varchar as arn, null::map(varchar, varchar) as tags,"
                + " null::varchar as table_name where false";
        String failed = rules.stream()
                .map(rule -> "select account_id, coalesce(asset, unit) as arn from " + VerdictTable.name(rule)
                        + " where status = 'FAIL'")
                .collect(Collectors.joining(" union "));
        String all = rules.stream()
                .flatMap(rule -> result.readsOf(rule).tables().stream())
                .distinct()
                .sorted()
                .filter(this::hasRows)
                .map(name -> " union all select t.account_id, t.arn, t.tags::map(varchar, varchar), " + Sql.text(name)
                        + " from " + Sql.name(name)
                        + " t semi join failed f on f.account_id = t.account_id and f.arn = t.arn"
                        + " where cardinality(t.tags) > 0")
                .collect(Collectors.joining());
        database.execute("create or replace table " + TABLE + " as "
                + (all.isEmpty() ? "" : "with failed as materialized (" + failed + ") ")
                + "select account_id, arn, first(tags order by cardinality(tags) desc, table_name) as tags from ("
                + none + all + ") group by account_id, arn");
    }

    /** Whether there may be rows in a table: of one that the snapshot does not have as a file nobody knows. */
    private boolean hasRows(String table) {
        Manifest.TableFile file = result.manifest().tables().get(table);
        return file == null || file.rows() > 0;
    }
}

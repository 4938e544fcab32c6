package io.plumbline.ledger;

import io.plumbline.assess.VerdictHead;
import io.plumbline.snapshot.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The failed units of an assessment, beside the findings: opens those that are new, and brings the others up to date. */
final class Seen {
    /** Rows that are sent together. */
    private static final int BATCH = 2_000;

    private static final String COLUMNS =
            "id, rule, severity, account_id, region, unit, asset, tags, reason, evidence, warnings, rests_on";

    private final Handle handle;

    private Seen(Handle handle) {
        this.handle = handle;
    }

    /**
     * Takes the failed units out of verdicts into a table {@code seen} of this connection. If two accounts have the same unit, it is one
     * finding, of the first.
     */
    static Seen of(Handle handle, Database verdicts, VerdictHead head) {
        handle.execute("drop table if exists seen");
        handle.execute("create temporary table seen (id text primary key, rule text, severity integer, account_id text,"
                + " region text, unit text, asset text, tags text, reason text, evidence text, warnings text,"
                + " rests_on text, kind text)");
        Map<String, Integer> severities = head.rules().stream()
                .collect(Collectors.toMap(
                        VerdictHead.JudgingRule::id, rule -> rule.severity().ordinal()));
        PreparedBatch batch =
                handle.prepareBatch("insert into seen (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        verdicts.each(
                "select finding_id, rule, account_id, region, unit, asset, coalesce(to_json(tags)::varchar, '{}'), reason,"
                        + " evidence, to_json(warnings)::varchar, to_json(rests_on)::varchar from verdict_unit"
                        + " where status = 'FAIL' qualify row_number() over (partition by finding_id order by account_id) = 1",
                row -> {
                    add(batch, row, severities);
                    if (batch.size() == BATCH) {
                        batch.execute();
                    }
                    return true;
                });
        if (batch.size() > 0) {
            batch.execute();
        }
        handle.execute(
                "update seen set kind = coalesce((select case f.state when 'resolved' then 'reopened' else 'still'"
                        + " end from finding f where f.id = seen.id), 'opened')");
        return new Seen(handle);
    }

    private static void add(PreparedBatch batch, ResultSet row, Map<String, Integer> severities) throws SQLException {
        batch.bind(0, row.getString(1)).bind(1, row.getString(2)).bind(2, severities.get(row.getString(2)));
        for (int column = 3; column <= 11; column++) {
            batch.bind(column, row.getString(column));
        }
        batch.add();
    }

    long count(String kind) {
        return handle.createQuery("select count(*) from seen where kind = ?")
                .bind(0, kind)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Writes what was seen into the findings.
     *
     * @param seenAt the assessment's time
     * @param at when this became known, for the history
     */
    void apply(String partition, String assessment, Instant seenAt, Instant at) {
        handle.createUpdate(
                        "insert into finding (" + COLUMNS
                                + ", partition_id, state, first_seen, last_seen, assessment, reopened, disposition, comments) select "
                                + COLUMNS
                                + ", :partition, 'open', :seen, :seen, :assessment, 0, 'none', 0 from seen where kind = 'opened'")
                .bind("partition", partition)
                .bind("seen", seenAt.toEpochMilli())
                .bind("assessment", assessment)
                .execute();
        handle.createUpdate(
                        "update finding set severity = s.severity, account_id = s.account_id, region = s.region, asset = s.asset,"
                                + " tags = s.tags, reason = s.reason, evidence = s.evidence, warnings = s.warnings,"
                                + " rests_on = s.rests_on, state = 'open', last_seen = :seen, assessment = :assessment,"
                                + " resolved_at = null, not_seen = null,"
                                + " reopened = finding.reopened + case s.kind when 'reopened' then 1 else 0 end"
                                + " from seen s where s.id = finding.id and s.kind <> 'opened'")
                .bind("seen", seenAt.toEpochMilli())
                .bind("assessment", assessment)
                .execute();
        handle.createUpdate("insert into finding_event (finding, moment, kind, actor, assessment)"
                        + " select id, :at, kind, :actor, :assessment from seen where kind <> 'still' order by id")
                .bind("at", at.toEpochMilli())
                .bind("actor", Actor.SCAN.name())
                .bind("assessment", assessment)
                .execute();
    }
}

package io.plumbline.ledger;

import io.plumbline.model.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads findings out of the database. */
final class FindingRows {
    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    static final String FROM = " from finding f left join account a on a.id = f.account_id";

    static final String SELECT =
            "select f.id, f.rule, f.severity, f.account_id, coalesce(a.name, f.account_id) as account_name,"
                    + " f.region, f.unit, f.asset, f.state, f.reason, f.first_seen, f.last_seen, f.resolved_at, f.reopened,"
                    + " f.not_seen, f.owner, f.disposition, f.exception, f.ticket, f.comments, f.evidence, f.warnings, f.tags"
                    + FROM;

    private FindingRows() {}

    static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("id"),
                row.getString("rule"),
                SEVERITIES.get(row.getInt("severity")),
                row.getString("account_id"),
                row.getString("account_name"),
                row.getString("region"),
                row.getString("unit"),
                Columns.optionalText(row, "asset"),
                FindingState.of(row.getString("state")),
                row.getString("reason"),
                Columns.moment(row, "first_seen"),
                Columns.moment(row, "last_seen"),
                Columns.optionalMoment(row, "resolved_at"),
                row.getInt("reopened"),
                Columns.optionalText(row, "not_seen"),
                Columns.optionalText(row, "owner"),
                Disposition.of(row.getString("disposition")),
                Columns.optionalText(row, "exception"),
                Columns.optionalText(row, "ticket"),
                row.getInt("comments"));
    }

    static List<FindingEvent> history(Handle handle, String finding) {
        return handle.createQuery(
                        "select moment, kind, actor, detail, assessment from finding_event where finding = ? order by moment, id")
                .bind(0, finding)
                .map((row, context) -> new FindingEvent(
                        Instant.ofEpochMilli(row.getLong("moment")),
                        row.getString("kind"),
                        row.getString("actor"),
                        Columns.optionalText(row, "detail"),
                        Columns.optionalText(row, "assessment")))
                .list();
    }
}

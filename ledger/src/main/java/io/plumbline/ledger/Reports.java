package io.plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Which files were made of assessments and handed out, so that anybody can say later whether a file is still the one that was. */
public final class Reports {
    private static final String ORDER = " order by r.made_at desc, r.id";
    private static final String ACCOUNTS = "select 1 from report_account a where a.report = r.id";

    private final Ledger ledger;

    Reports(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Remembers one that was sent to its end. */
    public Report add(NewReport made, Actor by, Instant now) {
        Report report = new Report(Secrets.id("report"), now, by.name(), made);
        ledger.write(handle -> {
            handle.createUpdate("insert into report (id, made_at, made_by, format, framework, assessment, moment, file,"
                            + " bytes, sha256) values (:id, :at, :by, :format, :framework, :assessment, :moment, :file,"
                            + " :bytes, :sha256)")
                    .bind("id", report.id())
                    .bind("at", now.toEpochMilli())
                    .bind("by", by.name())
                    .bind("format", made.format())
                    .bind("framework", made.framework())
                    .bind("assessment", made.assessment())
                    .bind("moment", made.moment().toEpochMilli())
                    .bind("file", made.file())
                    .bind("bytes", made.bytes())
                    .bind("sha256", made.sha256())
                    .execute();
            made.accounts()
                    .forEach(account -> handle.execute(
                            "insert into report_account (report, account_id) values (?, ?)", report.id(), account));
            AuditLog.append(
                    handle,
                    now,
                    by,
                    "report-made",
                    report.id(),
                    Map.of(
                            "format",
                            made.format(),
                            "framework",
                            made.framework(),
                            "assessment",
                            made.assessment(),
                            "sha256",
                            made.sha256()));
            return report;
        });
        return report;
    }

    /**
     * Those that somebody may see, newest first: they tell of no account but these.
     *
     * @param text stands in hash, file, format, framework, assessment or who made it
     */
    public Page<Report> page(Optional<String> text, Visible visible, Paging paging) {
        Where where = new Where()
                .contains(text, "r.sha256", "r.file", "r.format", "r.framework", "r.assessment", "r.made_by");
        visible.accounts()
                .ifPresent(accounts -> where.and("exists (" + ACCOUNTS + ")").none(ACCOUNTS, "a.account_id", accounts));
        return ledger.read(handle -> {
            long total = where.bind(handle.createQuery("select count(*) from report r" + where.sql()))
                    .mapTo(Long.class)
                    .one();
            List<String> ids = where.bind(handle.createQuery(
                            "select r.id from report r" + where.sql() + ORDER + " limit :size offset :offset"))
                    .bind("size", paging.size())
                    .bind("offset", paging.offset())
                    .mapTo(String.class)
                    .list();
            Map<String, Set<String>> accounts = accounts(handle, ids);
            Where these = new Where().in("r.id", ids);
            return new Page<>(
                    total,
                    these.bind(handle.createQuery("select r.* from report r" + these.sql() + ORDER))
                            .map((row, context) -> report(row, accounts))
                            .list());
        });
    }

    private static Map<String, Set<String>> accounts(Handle handle, List<String> reports) {
        Where where = new Where().in("report", reports);
        Map<String, Set<String>> accounts = new HashMap<>();
        where.bind(handle.createQuery("select report, account_id from report_account" + where.sql()))
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(row -> accounts.computeIfAbsent(row.getKey(), id -> new TreeSet<>())
                        .add(row.getValue()));
        return accounts;
    }

    private static Report report(ResultSet row, Map<String, Set<String>> accounts) throws SQLException {
        String id = row.getString("id");
        return new Report(
                id,
                Columns.moment(row, "made_at"),
                row.getString("made_by"),
                new NewReport(
                        row.getString("format"),
                        row.getString("framework"),
                        row.getString("assessment"),
                        Columns.moment(row, "moment"),
                        accounts.getOrDefault(id, Set.of()),
                        row.getString("file"),
                        row.getLong("bytes"),
                        row.getString("sha256")));
    }
}

package io.plumbline.notify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Findings that a ledger follows, and what becomes of them, written as a scan would have left it. */
record Followed(Path database) {
    static final String RULE = "iam-user-mfa-console";
    static final String ACCOUNT = "111122223333";

    /** A number with the look of a finding's id. */
    static String id(int number) {
        return String.format("%032x", number);
    }

    void opened(int number) {
        execute(
                "insert into finding (id, partition_id, rule, severity, account_id, region, unit, asset, tags, reason, evidence,"
                        + " warnings, state, first_seen, last_seen, assessment, reopened, disposition, comments)"
                        + " values (?, 'aws', ?, 3, ?, 'global', ?, null, '{}', 'no second factor', '{}', '[]', 'open', 0, 0,"
                        + " 's1', 0, 'none', 0)",
                id(number),
                RULE,
                ACCOUNT,
                "arn:aws:iam::111122223333:user/user" + number);
        event(number, "opened");
    }

    void resolved(int number) {
        execute("update finding set state = 'resolved', resolved_at = 1 where id = ?", id(number));
        event(number, "resolved");
    }

    void reopened(int number) {
        execute("update finding set state = 'open', resolved_at = null where id = ?", id(number));
        event(number, "reopened");
    }

    private void event(int number, String kind) {
        execute(
                "insert into finding_event (finding, moment, kind, actor) values (?, ?, ?, 'scan')",
                id(number),
                Instant.now().toEpochMilli(),
                kind);
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

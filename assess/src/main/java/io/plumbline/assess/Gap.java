package io.plumbline.assess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Something that rules needed and nobody could read.
 *
 * @param region a region or {@code global}
 * @param action the IAM action; empty where nobody asked
 * @param code AWS's error code, or {@code NotRequested} where this scan did not ask
 * @param message what AWS said and who denied it; may be empty
 * @param rules ids of the rules that need it, sorted
 */
public record Gap(
        String accountId, String region, String table, String action, String code, String message, List<String> rules) {

    /** Out of a row of its components, in their order. */
    static Gap read(ResultSet row) throws SQLException {
        return new Gap(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                SqlRows.texts(row, 7));
    }
}

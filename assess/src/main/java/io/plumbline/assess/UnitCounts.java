package io.plumbline.assess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How many units of a rule in an account have which status. Failed ones under an exception are counted apart. */
record UnitCounts(
        long failed, long passed, long excepted, long notApplicable, long manual, long unknown, long affected) {

    static final UnitCounts NONE = new UnitCounts(0, 0, 0, 0, 0, 0, 0);

    /** What the columns are called in files, in their order. */
    static final List<String> NAMES =
            List.of("failed", "passed", "excepted", "not_applicable", "manual", "unknown", "affected");

    /** What to select of a {@link VerdictTable} to get these. */
    static final String COLUMNS =
            "count(*) filter (status = 'FAIL' and exception is null), count(*) filter (status = 'PASS'),"
                    + " count(*) filter (status = 'FAIL' and exception is not null), count(*) filter (status = 'NOT_APPLICABLE'),"
                    + " count(*) filter (status = 'MANUAL'), count(*) filter (status = 'UNKNOWN'),"
                    + " count(distinct asset) filter (status = 'FAIL' and exception is null)";

    /** Reads them, beginning with this column. */
    static UnitCounts read(ResultSet row, int first) throws SQLException {
        return new UnitCounts(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5),
                row.getLong(first + 6));
    }

    /** All of them. */
    long units() {
        return failed + passed + excepted + notApplicable + manual + unknown;
    }
}

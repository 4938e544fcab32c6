package io.plumbline.inventory;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the column that says when an asset was made, by the names that AWS gives such columns: {@code create_date},
 * {@code creation_time}, {@code created_at}, {@code date_created} and their like; the same with the thing's own name before it
 * ({@code snapshot_create_time} of {@code aws_rds_db_snapshot}, but not its {@code instance_create_time}); else when it was launched,
 * started, registered, uploaded or joined. The launch time of an EC2 instance moves when it is stopped and started again.
 */
final class CreationTime {
    private static final String TIME = "(at|on|date|time|date_time|timestamp)";
    private static final Pattern PLAIN = Pattern.compile("(date_created|(create|created|creation)(_" + TIME + ")?)");
    private static final Pattern NAMED = Pattern.compile("(.+)_(create|creation)_" + TIME);
    private static final Pattern BEGUN = Pattern.compile(
            "(launch_time|start_time|registered_at|registration_date|joined_timestamp|upload_date|imported_at|subscribed_at)");

    private CreationTime() {}

    /** The SQL of the time; null as TIMESTAMPTZ where the table says none. */
    static String sql(TableSchema table) {
        return column(table).map(CreationTime::time).orElse("null::timestamptz");
    }

    /** The column, the better rule first. */
    static Optional<Column> column(TableSchema table) {
        return table.columns().stream()
                .filter(column -> TableSchema.ENGINE_COLUMNS.stream()
                        .noneMatch(engine -> engine.name().equals(column.name())))
                .filter(column -> rank(table, column).isPresent())
                .min(Comparator.comparingInt(column -> rank(table, column).orElseThrow()));
    }

    private static OptionalInt rank(TableSchema table, Column column) {
        if (!column.type().equals("TIMESTAMPTZ")
                && !column.type().equals("VARCHAR")
                && !column.type().equals("BIGINT")) {
            return OptionalInt.empty();
        }
        Matcher named = NAMED.matcher(column.name());
        if (PLAIN.matcher(column.name()).matches()) {
            return OptionalInt.of(0);
        } else if (named.matches() && table.name().endsWith("_" + named.group(1))) {
            return OptionalInt.of(1);
        }
        return BEGUN.matcher(column.name()).matches() ? OptionalInt.of(2) : OptionalInt.empty();
    }

    /** AWS sends times as texts here and there, and as milliseconds since 1970 in CloudWatch Logs. */
    private static String time(Column column) {
        return switch (column.type()) {
            case "VARCHAR" -> "try_cast(" + column.quoted() + " as timestamptz)";
            case "BIGINT" -> "make_timestamptz(" + Sql.name(column.name()) + " * 1000)";
            default -> column.quoted();
        };
    }
}

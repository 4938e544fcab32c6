package io.plumbline.inventory;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What nobody uses, and where that cannot be told.
 *
 * @param findings by kind, account, region and ARN
 * @param gaps where the candidates themselves were not read
 */
public record Unused(List<Finding> findings, List<Gap> gaps) {
    public Unused {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
    }

    /** Whether we know. */
    public enum Status {
        UNUSED,
        UNKNOWN
    }

    /**
     * One thing that nothing in the snapshot uses.
     *
     * @param kind such as {@code volume}
     * @param status UNKNOWN if what uses it may not have been seen
     * @param why what was looked for and not found
     * @param missing what was not read, for UNKNOWN
     * @param ageDays since it was made, at the time of the snapshot; empty where AWS does not say when
     */
    public record Finding(
            String kind,
            Status status,
            String arn,
            String accountId,
            String region,
            String name,
            String why,
            List<String> missing,
            OptionalLong ageDays) {}

    /** A kind that was not looked for in an account and region; an empty account means anywhere. */
    public record Gap(String kind, String table, String accountId, String region, String why) {}

    /** Looks for all kinds. */
    public static Unused of(Inventory inventory) {
        return of(inventory.snapshot(), inventory);
    }

    private static Unused of(Snapshot snapshot, Inventory inventory) {
        List<UnusedKind> kinds = UnusedKind.all();
        try (Database database = Database.openWide()) {
            snapshot.attach(
                    database,
                    inventory.schemas(),
                    kinds.stream()
                            .flatMap(kind -> Stream.concat(Stream.of(kind.table()), kind.restsOn().stream()))
                            .distinct()
                            .toList());
            Looked.attach(database, snapshot);
            List<Finding> findings = new ArrayList<>();
            List<Gap> gaps = new ArrayList<>();
            for (UnusedKind kind : kinds) {
                if (snapshot.manifest().tables().containsKey(kind.table())) {
                    findings.addAll(findings(database, kind, snapshot.manifest().now()));
                    gaps.addAll(gaps(database, kind));
                } else {
                    gaps.add(new Gap(kind.id(), kind.table(), "", "", "was not collected"));
                }
            }
            return new Unused(findings, gaps);
        }
    }

    private static List<Finding> findings(Database database, UnusedKind kind, Instant now) {
        String needed = kind.restsOn().stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]::varchar[]"));
        return database.query(
                "with candidate as (" + kind.select()
                        + "), lacking as (select arn, string_agg(case when l.whole is null"
                        + " then needed || ' was not read' else needed || ' (' || l.why || ')' end, chr(10) order by needed) as missing"
                        + " from (select arn, account_id, region, unnest(" + needed + ") as needed from candidate) c"
                        + " left join looked l on l.account_id = c.account_id and l.region = c.region and l.table_name = needed"
                        + " where l.whole is distinct from true group by arn)"
                        + " select c.arn, c.account_id, c.region, c.name, c.created, c.why,"
                        + " concat_ws(chr(10), l.missing, c.doubt) from candidate c left join lacking l using (arn)"
                        + " order by c.account_id, c.region, c.arn",
                row -> finding(kind, row, now));
    }

    private static Finding finding(UnusedKind kind, ResultSet row, Instant now) throws SQLException {
        List<String> missing = Stream.of(row.getString(7).split("\n"))
                .filter(one -> !one.isEmpty())
                .toList();
        Optional<Timestamp> created = Optional.ofNullable(row.getTimestamp(5));
        return new Finding(
                kind.id(),
                missing.isEmpty() ? Status.UNUSED : Status.UNKNOWN,
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)).orElse(""),
                row.getString(6),
                missing,
                created.map(time -> OptionalLong.of(Math.max(
                                0, Duration.between(time.toInstant(), now).toDays())))
                        .orElse(OptionalLong.empty()));
    }

    private static List<Gap> gaps(Database database, UnusedKind kind) {
        return database.query(
                "select account_id, region, why from looked where table_name = " + Sql.text(kind.table())
                        + " and not whole order by account_id, region",
                row -> new Gap(kind.id(), kind.table(), row.getString(1), row.getString(2), row.getString(3)));
    }
}

package io.plumbline.ledger;

import io.plumbline.model.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What became of findings between two events of the ledger, as one route wants to be told. Of a finding that opened and was resolved in
 * between, or that an exception covers, there is nothing to tell.
 */
public final class Turns {
    private static final List<String> KINDS = List.of("opened", "reopened", "resolved", "excepted", "exception-ended");
    private static final int TOGETHER = 500;

    private final Handle handle;
    private final List<TurnedFinding> all;

    private Turns(Handle handle, List<TurnedFinding> all) {
        this.handle = handle;
        this.all = all;
    }

    /** The first and the last thing that happened to a finding. */
    private record Way(String first, String last, boolean opened, TurnedFinding finding) {
        Way then(String kind) {
            return new Way(first, kind, opened || kind.equals("opened"), finding);
        }

        Optional<Turn> turn() {
            boolean held = first.equals("resolved") || first.equals("excepted");
            boolean holds = last.equals("opened") || last.equals("reopened") || last.equals("exception-ended");
            if (holds && !held) {
                return Optional.of(opened ? Turn.OPENED : Turn.REOPENED);
            }
            return held && last.equals("resolved") ? Optional.of(Turn.RESOLVED) : Optional.empty();
        }

        Optional<TurnedFinding> turned() {
            return turn().map(turn -> new TurnedFinding(
                    finding.id(),
                    turn,
                    finding.severity(),
                    finding.partition(),
                    finding.accountId(),
                    finding.region()));
        }
    }

    /**
     * Those after one event and up to another.
     *
     * @param rules those that the filter's frameworks have; not asked for if it names none
     */
    static Turns of(Handle handle, RouteFilter filter, Set<String> rules, long after, long upTo) {
        Where where = new Where()
                .and("e.id > :it", after)
                .and("e.id <= :it", upTo)
                .in("e.kind", KINDS)
                .and("f.severity >= :it", filter.least().ordinal())
                .visible(
                        "f.account_id", LedgerAccounts.of(handle).choose(Visible.ALL, filter.accounts(), filter.ous()));
        if (!filter.frameworks().isEmpty()) {
            where.in("f.rule", rules);
        }
        Map<String, Way> ways = new LinkedHashMap<>();
        where.bind(handle.createQuery("select e.kind, f.id, f.severity, f.partition_id, f.account_id, f.region"
                        + " from finding_event e join finding f on f.id = e.finding" + where.sql() + " order by e.id"))
                .map((row, context) -> way(row))
                .forEach(way -> ways.merge(way.finding().id(), way, (before, next) -> before.then(next.last())));
        return new Turns(
                handle,
                ways.values().stream()
                        .flatMap(way -> way.turned().stream())
                        .filter(turned -> filter.takes(turned.turn()))
                        .sorted(Comparator.comparing(TurnedFinding::severity).reversed())
                        .toList());
    }

    private static Way way(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Way(
                kind,
                kind,
                kind.equals("opened"),
                new TurnedFinding(
                        row.getString("id"),
                        Turn.OPENED,
                        Severity.values()[row.getInt("severity")],
                        row.getString("partition_id"),
                        row.getString("account_id"),
                        row.getString("region")));
    }

    /** All of them, the worst first. */
    public List<TurnedFinding> all() {
        return all;
    }

    /** Some of them with all that is known of the findings, in the order given. */
    public List<Finding> details(List<TurnedFinding> some) {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (int from = 0; from < some.size(); from += TOGETHER) {
            List<String> ids = some.subList(from, Math.min(from + TOGETHER, some.size())).stream()
                    .map(TurnedFinding::id)
                    .toList();
            Where where = new Where().in("f.id", ids);
            where.bind(handle.createQuery(FindingRows.SELECT + where.sql()))
                    .map((row, context) -> FindingRows.finding(row))
                    .forEach(finding -> found.put(finding.id(), finding));
        }
        return some.stream()
                .flatMap(one -> Stream.ofNullable(found.get(one.id())))
                .toList();
    }
}

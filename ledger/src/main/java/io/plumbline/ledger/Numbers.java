package io.plumbline.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.model.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The numbers of all rules in all accounts at a moment, and how they went on from there. What was read stays in memory as long as nobody
 * changes the ledger: a thousand accounts are fifty thousand rows, which every part of the page asks for.
 */
final class Numbers {
    /** Rows that are kept, about a hundred bytes each. */
    private static final long KEPT = 1_500_000;

    /** Answers that are kept, each some hundred rows at most. */
    private static final long ANSWERS = 500;

    static final String SELECT = "select rule, account_id, since, until, assessment, status, passed, failed, excepted,"
            + " not_applicable, manual, unknown, affected from control_state";

    private record Key(long version, long from, long to) {}

    private record Asked(long version, Object question) {}

    private final Cache<Asked, Object> answers =
            Caffeine.newBuilder().maximumSize(ANSWERS).build();

    private final Cache<Key, List<PlaceState>> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Key key, List<PlaceState> rows) -> rows.size() + 1)
            .build();

    /**
     * An answer that was worked out before and still holds, or a new one.
     *
     * @param question with all that the answer depends on, beside the ledger
     */
    <T> T answer(Handle handle, Object question, Class<T> kind, Supplier<T> working) {
        Asked asked = new Asked(NumbersVersion.of(handle), question);
        Object known = answers.getIfPresent(asked);
        if (kind.isInstance(known)) {
            return kind.cast(known);
        }
        T answer = working.get();
        answers.put(asked, answer);
        return answer;
    }

    /** What held at a moment, ordered by account. */
    List<PlaceState> at(Handle handle, Instant moment) {
        return during(handle, moment, moment);
    }

    /** What held at any moment of a time, both ends in it, ordered by account. */
    List<PlaceState> during(Handle handle, Instant from, Instant to) {
        Key key = new Key(NumbersVersion.of(handle), from.toEpochMilli(), to.toEpochMilli());
        List<PlaceState> known = kept.getIfPresent(key);
        if (known == null) {
            Map<String, String> words = new HashMap<>();
            known =
                    query(handle, from, to)
                            .setFetchSize(10_000)
                            .map((row, context) -> state(row).sharing(words))
                            .stream()
                            .sorted(Comparator.comparing(PlaceState::accountId))
                            .toList();
            kept.put(key, known);
        }
        return known;
    }

    /** To ask for what is still so apart lets the database use its index. */
    private static Query query(Handle handle, Instant from, Instant to) {
        return from.equals(PlaceState.END)
                ? handle.createQuery(SELECT + " where until is null")
                : handle.createQuery(SELECT + " where since <= :to and (until is null or until > :from)")
                        .bind("from", from.toEpochMilli())
                        .bind("to", to.toEpochMilli());
    }

    static PlaceState state(ResultSet row) throws SQLException {
        return new PlaceState(
                row.getString(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                until(row),
                row.getString(5),
                Status.valueOf(row.getString(6)),
                new Counts(
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13)));
    }

    private static Instant until(ResultSet row) throws SQLException {
        long until = row.getLong(4);
        return row.wasNull() ? PlaceState.END : Instant.ofEpochMilli(until);
    }
}

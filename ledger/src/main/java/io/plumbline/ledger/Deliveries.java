package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What is to be told and what became of it. Whoever sends takes deliveries for a while, so that of several programs on one ledger one alone
 * sends each; if it dies meanwhile, another sends it after that while. So each is sent at least once, and hardly ever twice.
 */
public final class Deliveries {
    private static final Duration SENT_KEPT = Duration.ofDays(30);
    private static final Duration DEAD_KEPT = Duration.ofDays(180);

    private static final String SELECT =
            "select d.*, c.name as channel_name from delivery d join channel c on c.id = d.channel";

    private final Ledger ledger;

    Deliveries(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One that was taken to be sent.
     *
     * @param payload as {@link NewDelivery} had it
     */
    public record Taken(Delivery delivery, String payload) {}

    /**
     * Those that match, newest first.
     *
     * @param states empty for all
     */
    public Page<Delivery> page(Set<DeliveryState> states, Optional<String> channel, Paging paging) {
        Where where = new Where()
                .anyOf("d.state", states.stream().map(DeliveryState::word).toList())
                .and("d.channel = :it", channel);
        return ledger.read(handle -> new Page<>(
                where.bind(handle.createQuery("select count(*) from delivery d" + where.sql()))
                        .mapTo(Long.class)
                        .one(),
                where.bind(handle.createQuery(
                                SELECT + where.sql() + " order by d.made desc, d.id limit :size offset :offset"))
                        .bind("size", paging.size())
                        .bind("offset", paging.offset())
                        .map((row, context) -> delivery(row))
                        .list()));
    }

    /**
     * Takes some whose time it is, the longest waiting first. Of channels that are not active, none.
     *
     * @param until when others may take them, if nothing was heard of them
     */
    public List<Taken> take(int most, Instant now, Instant until) {
        // Most of the time there is none, and a writer would keep others waiting for nothing.
        if (ledger.read(handle -> due(handle, 1, now)).isEmpty()) {
            return List.of();
        }
        return ledger.write(handle -> {
            List<Taken> taken = due(handle, most, now);
            taken.forEach(one -> handle.execute(
                    "update delivery set claimed = ? where id = ?",
                    until.toEpochMilli(),
                    one.delivery().id()));
            return taken;
        });
    }

    private static List<Taken> due(Handle handle, int most, Instant now) {
        return handle.createQuery(SELECT + " where d.state = 'waiting' and d.due <= :now and c.active"
                        + " and (d.claimed is null or d.claimed <= :now) order by d.due, d.made, d.id limit :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new Taken(delivery(row), row.getString("payload")))
                .list();
    }

    /**
     * One was sent.
     *
     * @param note why it needed not be, if so
     */
    public void sent(String id, Optional<String> note, Instant now) {
        settle(id, DeliveryState.SENT, now, note);
    }

    /**
     * One could not be sent.
     *
     * @param next when it is to be tried again; empty if it is given up
     */
    public void failed(String id, String trouble, Optional<Instant> next, Instant now) {
        settle(
                id,
                next.isPresent() ? DeliveryState.WAITING : DeliveryState.DEAD,
                next.orElse(now),
                Optional.of(trouble));
    }

    private void settle(String id, DeliveryState state, Instant due, Optional<String> trouble) {
        ledger.write(handle -> handle.createUpdate(
                        "update delivery set state = :state, due = :due, attempts = attempts + 1, claimed = null,"
                                + " trouble = :trouble where id = :id and state = 'waiting'")
                .bind("state", state.word())
                .bind("due", due.toEpochMilli())
                .bind("trouble", trouble)
                .bind("id", id)
                .execute());
    }

    /**
     * Has one tried again that was given up, or that waits for its next try.
     *
     * @throws BadInput if there is none of that id, or it was sent
     */
    public Delivery retry(String id, Actor by, Instant now) {
        return ledger.write(handle -> {
            Delivery was = existing(handle, id);
            if (was.state() == DeliveryState.SENT) {
                throw new BadInput("The delivery '" + id + "' was sent already.");
            }
            handle.execute(
                    "update delivery set state = 'waiting', due = ?, attempts = 0 where id = ?",
                    now.toEpochMilli(),
                    id);
            AuditLog.append(handle, now, by, "delivery-retried", id, Map.of("title", was.title()));
            return existing(handle, id);
        });
    }

    /** One; empty if there is none of that id. */
    public Optional<Delivery> get(String id) {
        return ledger.read(handle -> one(handle, id));
    }

    private static Delivery existing(Handle handle, String id) {
        return one(handle, id).orElseThrow(() -> new BadInput("There is no delivery '" + id + "'."));
    }

    private static Optional<Delivery> one(Handle handle, String id) {
        return handle.createQuery(SELECT + " where d.id = :id")
                .bind("id", id)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    /** Forgets what was sent a month ago and what was given up half a year ago. */
    public int forgetOld(Instant now) {
        return ledger.write(handle -> handle.execute(
                "delete from delivery where state = 'sent' and due < ? or state = 'dead' and due < ?",
                now.minus(SENT_KEPT).toEpochMilli(),
                now.minus(DEAD_KEPT).toEpochMilli()));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("route"),
                row.getString("route_name"),
                row.getString("channel"),
                row.getString("channel_name"),
                Columns.optionalText(row, "finding"),
                row.getString("title"),
                Columns.moment(row, "made"),
                Columns.moment(row, "due"),
                row.getInt("attempts"),
                DeliveryState.of(row.getString("state")),
                Columns.optionalText(row, "trouble"));
    }
}

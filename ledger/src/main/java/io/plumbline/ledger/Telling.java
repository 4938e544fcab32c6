package io.plumbline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Turns what became of findings into deliveries. A route's position moves in the transaction in which its deliveries are written: whatever
 * happens, and however many programs do this, each change is told once to each route.
 */
public final class Telling {
    private final Ledger ledger;
    private final Function<Set<String>, Set<String>> rulesOf;
    private final Words words;

    /**
     * One for a program.
     *
     * @param rulesOf the rules that some frameworks have
     */
    Telling(Ledger ledger, Function<Set<String>, Set<String>> rulesOf, Words words) {
        this.ledger = ledger;
        this.rulesOf = rulesOf;
        this.words = words;
    }

    /** Says what is told. */
    @FunctionalInterface
    public interface Words {
        /** What a route tells of what changed; none if that is nothing. */
        List<NewDelivery> of(NotificationRoute route, Channel channel, Turns turns);
    }

    /** Makes deliveries for all routes whose time it is, and says how many. */
    public int tell(Instant now) {
        int made = 0;
        for (String route : due(now)) {
            made += ledger.write(handle -> tell(handle, route, now));
        }
        return made;
    }

    private List<String> due(Instant now) {
        return ledger.read(handle -> {
            long newest = NotificationRoutes.newest(handle);
            return handle
                    .createQuery("select * from route where active order by id")
                    .map((row, context) -> NotificationRoutes.row(row))
                    .list()
                    .stream()
                    .filter(row -> due(row, newest, now))
                    .map(row -> row.route().id())
                    .toList();
        });
    }

    private static boolean due(NotificationRoutes.Row row, long newest, Instant now) {
        return row.route().active()
                && row.route().due(row.toldAt(), now)
                && (newest > row.told() || row.route().digestHour().isPresent());
    }

    /** Everything is looked at again: another program may have told it meanwhile. */
    private int tell(Handle handle, String id, Instant now) {
        long newest = NotificationRoutes.newest(handle);
        return NotificationRoutes.one(handle, id)
                .filter(row -> due(row, newest, now))
                .map(row -> tell(handle, row, newest, now))
                .orElse(0);
    }

    private int tell(Handle handle, NotificationRoutes.Row row, long newest, Instant now) {
        NotificationRoute route = row.route();
        Turns turns =
                Turns.of(handle, route.filter(), rulesOf.apply(route.filter().frameworks()), row.told(), newest);
        List<NewDelivery> made =
                turns.all().isEmpty() ? List.of() : words.of(route, Channels.existing(handle, route.channel()), turns);
        write(handle, route, made, now);
        handle.execute("update route set told = ?, told_at = ? where id = ?", newest, now.toEpochMilli(), route.id());
        return made.size();
    }

    private static void write(Handle handle, NotificationRoute route, List<NewDelivery> made, Instant now) {
        if (made.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into delivery (id, route, route_name, channel, finding, title, payload, made, due, attempts, state)"
                        + " values (:id, :route, :routeName, :channel, :finding, :title, :payload, :now, :now, 0, 'waiting')");
        for (NewDelivery one : made) {
            batch.bind("id", Secrets.id("delivery"))
                    .bind("route", route.id())
                    .bind("routeName", route.name())
                    .bind("channel", route.channel())
                    .bind("finding", Columns.orNull(one.finding()))
                    .bind("title", one.title())
                    .bind("payload", one.payload())
                    .bind("now", now.toEpochMilli())
                    .add();
        }
        batch.execute();
    }
}

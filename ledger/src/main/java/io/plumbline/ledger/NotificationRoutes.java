package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/** What is told to which channel. A route begins with what changes after it was added, or was made active. */
public final class NotificationRoutes {
    private final Ledger ledger;

    NotificationRoutes(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A route, and how far it has come.
     *
     * @param told the last event that it told, or had not to tell
     * @param toldAt when it last looked
     */
    record Row(NotificationRoute route, long told, Instant toldAt) {}

    /** All of them, by name. */
    public List<NotificationRoute> all() {
        return ledger.read(handle -> handle.createQuery("select * from route order by name, id")
                .map((row, context) -> row(row).route())
                .list());
    }

    /** One; empty if there is none of that id. */
    public Optional<NotificationRoute> get(String id) {
        return ledger.read(handle -> one(handle, id).map(Row::route));
    }

    /**
     * Adds one.
     *
     * @throws BadInput if it has no name or there is no such channel
     */
    public NotificationRoute add(
            String name,
            String channel,
            RouteFilter filter,
            Optional<Integer> digestHour,
            boolean active,
            Actor by,
            Instant now) {
        NotificationRoute route =
                new NotificationRoute(Secrets.id("route"), name.strip(), channel, filter, digestHour, active);
        return ledger.write(handle -> {
            check(handle, route);
            handle.createUpdate("insert into route (id, name, channel, filter, digest_hour, active, told, told_at)"
                            + " values (:id, :name, :channel, :filter, :hour, :active, :told, :now)")
                    .bindMap(values(route))
                    .bind("told", newest(handle))
                    .bind("now", now.toEpochMilli())
                    .execute();
            AuditLog.append(handle, now, by, "route-added", route.id(), detail(route));
            return route;
        });
    }

    /**
     * Puts one in the place of that with its id.
     *
     * @throws BadInput if there is none, or it has no name or there is no such channel
     */
    public NotificationRoute change(NotificationRoute route, Actor by, Instant now) {
        return ledger.write(handle -> {
            Row was = existing(handle, route.id());
            check(handle, route);
            boolean begins = route.active() && !was.route().active();
            handle.createUpdate("update route set name = :name, channel = :channel, filter = :filter,"
                            + " digest_hour = :hour, active = :active, told = :told, told_at = :toldAt where id = :id")
                    .bindMap(values(route))
                    .bind("told", begins ? newest(handle) : was.told())
                    .bind("toldAt", (begins ? now : was.toldAt()).toEpochMilli())
                    .execute();
            AuditLog.append(handle, now, by, "route-changed", route.id(), detail(route));
            return route;
        });
    }

    /**
     * Removes one. What it made already is still sent.
     *
     * @throws BadInput if there is none of that id
     */
    public void remove(String id, Actor by, Instant now) {
        ledger.write(handle -> {
            Row was = existing(handle, id);
            handle.execute("delete from route where id = ?", id);
            AuditLog.append(
                    handle,
                    now,
                    by,
                    "route-removed",
                    id,
                    Map.of("name", was.route().name()));
            return id;
        });
    }

    static long newest(Handle handle) {
        return handle.createQuery("select coalesce(max(id), 0) from finding_event")
                .mapTo(Long.class)
                .one();
    }

    static Optional<Row> one(Handle handle, String id) {
        return handle.createQuery("select * from route where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static Row existing(Handle handle, String id) {
        return one(handle, id).orElseThrow(() -> new BadInput("There is no route '" + id + "'."));
    }

    private static void check(Handle handle, NotificationRoute route) {
        ShortName.check(route.name(), "A route", "that says what it tells");
        if (route.digestHour().filter(hour -> hour < 0 || hour > 23).isPresent()) {
            throw new BadInput("A digest has an hour of the day from 0 to 23, UTC, and "
                    + route.digestHour().get() + " is none.");
        }
        Channels.existing(handle, route.channel());
    }

    private static Map<String, Object> values(NotificationRoute route) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", route.id());
        values.put("name", route.name());
        values.put("channel", route.channel());
        values.put("filter", Columns.json(route.filter()));
        values.put("hour", route.digestHour());
        values.put("active", route.active());
        return values;
    }

    private static Map<String, Object> detail(NotificationRoute route) {
        Map<String, Object> detail = values(route);
        detail.remove("id");
        detail.put("filter", Columns.map(Columns.json(route.filter())));
        detail.put("hour", route.digestHour().map(Object::toString).orElse("at once"));
        return detail;
    }

    static Row row(ResultSet row) throws SQLException {
        int hour = row.getInt("digest_hour");
        Optional<Integer> digest = row.wasNull() ? Optional.empty() : Optional.of(hour);
        return new Row(
                new NotificationRoute(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("channel"),
                        JsonMapper.shared().readValue(row.getString("filter"), RouteFilter.class),
                        digest,
                        row.getBoolean("active")),
                row.getLong("told"),
                Columns.moment(row, "told_at"));
    }
}

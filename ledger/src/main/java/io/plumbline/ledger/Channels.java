package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Where notifications can go. What a channel needs to keep secret stands in the database sealed, and in no log. */
public final class Channels {
    private final Ledger ledger;
    private final Vault vault;

    Channels(Ledger ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /** All of them, by name. */
    public List<Channel> all() {
        return ledger.read(handle -> handle.createQuery("select * from channel order by name, id")
                .map((row, context) -> channel(row))
                .list());
    }

    /** One; empty if there is none of that id. */
    public Optional<Channel> get(String id) {
        return ledger.read(handle -> one(handle, id));
    }

    /**
     * What a channel keeps secret, by name.
     *
     * @throws BadInput if there is no such channel, or its secrets were sealed by another key
     */
    public Map<String, String> secrets(String id) {
        Map<String, String> open = new TreeMap<>();
        sealed(id).forEach((name, text) -> open.put(name, vault.open(place(id, name), text)));
        return open;
    }

    private Map<String, String> sealed(String id) {
        return ledger.read(handle -> handle.createQuery("select secrets from channel where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(Columns::tags)
                .orElseThrow(() -> missing(id)));
    }

    /**
     * Adds one.
     *
     * @param kind which of the kinds there are; who calls knows that there is such
     * @param secrets by name
     * @throws BadInput if it has no name
     */
    public Channel add(
            String kind,
            String name,
            Map<String, String> settings,
            Map<String, String> secrets,
            boolean active,
            Actor by,
            Instant now) {
        checkName(name);
        String id = Secrets.id("channel");
        Map<String, String> sealed = new TreeMap<>();
        seal(id, secrets, sealed);
        return ledger.write(handle -> {
            handle.execute(
                    "insert into channel (id, kind, name, settings, secrets, active) values (?, ?, ?, ?, ?, ?)",
                    id,
                    kind,
                    name.strip(),
                    Columns.json(new TreeMap<>(settings)),
                    Columns.json(sealed),
                    active);
            Map<String, Object> detail = new LinkedHashMap<>(Map.of("kind", kind, "name", name.strip()));
            detail.put("settings", new TreeMap<>(settings));
            detail.put("secrets", List.copyOf(sealed.keySet()));
            AuditLog.append(handle, now, by, "channel-added", id, detail);
            return existing(handle, id);
        });
    }

    /**
     * Changes one.
     *
     * @throws BadInput if there is none of that id, or it would have no name
     */
    public Channel change(String id, ChannelChange change, Actor by, Instant now) {
        change.name().ifPresent(Channels::checkName);
        return ledger.write(handle -> {
            Channel was = existing(handle, id);
            Map<String, String> sealed = new TreeMap<>(handle.createQuery("select secrets from channel where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .map(Columns::tags)
                    .one());
            seal(id, change.secrets(), sealed);
            handle.execute(
                    "update channel set name = ?, settings = ?, secrets = ?, active = ? where id = ?",
                    change.name().map(String::strip).orElse(was.name()),
                    Columns.json(new TreeMap<>(change.settings().orElse(was.settings()))),
                    Columns.json(sealed),
                    change.active().orElse(was.active()),
                    id);
            Map<String, Object> detail = new LinkedHashMap<>();
            change.name().ifPresent(name -> detail.put("name", name.strip()));
            change.settings().ifPresent(settings -> detail.put("settings", new TreeMap<>(settings)));
            change.active().ifPresent(active -> detail.put("active", active));
            if (!change.secrets().isEmpty()) {
                detail.put(
                        "secrets", change.secrets().keySet().stream().sorted().toList());
            }
            AuditLog.append(handle, now, by, "channel-changed", id, detail);
            return existing(handle, id);
        });
    }

    /**
     * Removes one, with its routes, what is to be sent or was sent to it, and what it knew of tickets; the tickets themselves stay.
     *
     * @throws BadInput if there is none of that id
     */
    public void remove(String id, Actor by, Instant now) {
        ledger.write(handle -> {
            Channel was = existing(handle, id);
            handle.execute("delete from ticket where channel = ?", id);
            handle.execute("delete from delivery where channel = ?", id);
            handle.execute("delete from route where channel = ?", id);
            handle.execute("delete from channel where id = ?", id);
            AuditLog.append(handle, now, by, "channel-removed", id, Map.of("kind", was.kind(), "name", was.name()));
            return id;
        });
    }

    static Channel existing(Handle handle, String id) {
        return one(handle, id).orElseThrow(() -> missing(id));
    }

    private static Optional<Channel> one(Handle handle, String id) {
        return handle.createQuery("select * from channel where id = :id")
                .bind("id", id)
                .map((row, context) -> channel(row))
                .findOne();
    }

    private static BadInput missing(String id) {
        return new BadInput("There is no channel '" + id + "'.");
    }

    private static void checkName(String name) {
        ShortName.check(name, "A channel", "that says where it goes");
    }

    private void seal(String id, Map<String, String> secrets, Map<String, String> sealed) {
        secrets.forEach((name, text) -> {
            if (text.isEmpty()) {
                sealed.remove(name);
            } else {
                sealed.put(name, vault.seal(place(id, name), text));
            }
        });
    }

    private static String place(String id, String name) {
        return "channel/" + id + "/" + name;
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return new Channel(
                row.getString("id"),
                row.getString("kind"),
                row.getString("name"),
                Columns.tags(row.getString("settings")),
                Columns.tags(row.getString("secrets")).keySet(),
                row.getBoolean("active"));
    }
}

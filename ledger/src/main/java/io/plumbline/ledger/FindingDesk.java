package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where people work on findings: who sees to them, what there is to say, what ticket follows them. */
public final class FindingDesk {
    private final Ledger ledger;
    private final Auditing auditing;

    public FindingDesk(Ledger ledger, Auditing auditing) {
        this.ledger = ledger;
        this.auditing = auditing;
    }

    private record Now(String id, Optional<String> owner, Disposition disposition, Optional<String> ticket) {}

    /**
     * Changes findings, all or none. What is so already is no change and not in the history.
     *
     * @return how many are not what they were
     * @throws BadInput if one is not there, or may not be seen, which is told in the same words
     */
    public int change(FindingChange change, Actor actor, Instant at, Visible visible) {
        return ledger.write(handle -> {
            List<Now> found = find(handle, change, visible);
            Set<String> changed = new HashSet<>();
            PreparedBatch events = handle.prepareBatch(
                    "insert into finding_event (finding, moment, kind, actor, detail) values (?, ?, ?, ?, ?)");
            for (Now now : found) {
                for (String[] event : events(change, now)) {
                    changed.add(now.id());
                    events.bind(0, now.id())
                            .bind(1, at.toEpochMilli())
                            .bind(2, event[0])
                            .bind(3, actor.name())
                            .bind(4, event[1])
                            .add();
                }
            }
            if (!changed.isEmpty()) {
                events.execute();
                write(handle, change, changed);
                String subject = changed.size() == 1 ? changed.iterator().next() : changed.size() + " findings";
                auditing.append(handle, at, actor, "finding-changed", subject, change.detail());
            }
            return changed.size();
        });
    }

    private static List<Now> find(Handle handle, FindingChange change, Visible visible) {
        Where where = new Where().in("id", change.ids()).visible("account_id", visible);
        List<Now> found = where.bind(
                        handle.createQuery("select id, owner, disposition, ticket from finding" + where.sql()))
                .map((row, context) -> new Now(
                        row.getString("id"),
                        Columns.optionalText(row, "owner"),
                        Disposition.of(row.getString("disposition")),
                        Columns.optionalText(row, "ticket")))
                .list();
        Set<String> missing = new HashSet<>(change.ids());
        found.forEach(now -> missing.remove(now.id()));
        missing.stream().sorted().findFirst().ifPresent(id -> {
            throw new BadInput("There is no finding " + id + ". Nothing was changed.");
        });
        return found;
    }

    /** Kind and text of each thing that becomes different. */
    private static List<String[]> events(FindingChange change, Now now) {
        return List.of(
                        change.owner()
                                .filter(owner -> !owner.equals(now.owner().orElse("")))
                                .map(owner -> new String[] {"assigned", owner.isEmpty() ? "nobody" : owner}),
                        change.disposition()
                                .filter(one -> one != now.disposition())
                                .map(one -> new String[] {"disposition", one.word()}),
                        change.ticket()
                                .filter(ticket -> !ticket.equals(now.ticket().orElse("")))
                                .map(ticket -> new String[] {"ticket", ticket.isEmpty() ? "none" : ticket}),
                        change.comment().map(comment -> new String[] {"commented", comment}))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static void write(Handle handle, FindingChange change, Set<String> ids) {
        Where where = new Where().in("id", ids);
        where.bind(handle.createUpdate("update finding set owner = "
                        + kept("owner", change.owner().isPresent())
                        + ", disposition = "
                        + kept("disposition", change.disposition().isPresent()) + ", ticket = "
                        + kept("ticket", change.ticket().isPresent()) + ", comments = comments + :comments"
                        + where.sql()))
                .bind("owner", change.owner().filter(owner -> !owner.isEmpty()))
                .bind("disposition", change.disposition().map(Disposition::word))
                .bind("ticket", change.ticket().filter(ticket -> !ticket.isEmpty()))
                .bind("comments", change.comment().isPresent() ? 1 : 0)
                .execute();
    }

    private static String kept(String column, boolean changes) {
        return changes ? ":" + column : column;
    }
}

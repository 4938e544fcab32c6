package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Which exception covers which open finding: of those in force the one that was proposed first. Kept with the finding, so that lists and
 * counts need no matching, and brought up to date after every scan, every decision, and as time passes.
 */
final class Coverage {
    private record Change(OpenFindings.Row finding, Optional<String> now) {}

    private Coverage() {}

    /** The same after a scan. */
    static Set<RuleAccount> apply(Handle handle, Instant now) {
        return apply(handle, now, Actor.SCAN);
    }

    /**
     * Brings every finding's exception up to date and writes into its history what changed.
     *
     * @param actor because of whom
     * @return where the numbers are others now
     */
    static Set<RuleAccount> apply(Handle handle, Instant now, Actor actor) {
        List<Waiver> waivers = WaiverRows.inForce(handle, now);
        CoverIndex index = new CoverIndex(waivers);
        boolean tagged =
                waivers.stream().anyMatch(waiver -> !waiver.scope().tags().isEmpty());
        List<Change> changes = new ArrayList<>();
        new OpenFindings(handle).each(new Where().and("state = :it", "open"), tagged, finding -> {
            Optional<String> covering = index.covering(finding.rule(), finding.target());
            if (!covering.equals(finding.exception())) {
                changes.add(new Change(finding, covering));
            }
        });
        write(handle, now, actor, changes);
        // What is resolved needs no exception. That is no event: its history says "resolved" already.
        handle.execute("update finding set exception = null where state <> 'open' and exception is not null");
        Set<RuleAccount> changed = new HashSet<>();
        changes.stream()
                .filter(change ->
                        change.now().isPresent() != change.finding().exception().isPresent())
                .forEach(change -> changed.add(new RuleAccount(
                        change.finding().rule(), change.finding().target().accountId())));
        return changed;
    }

    private static void write(Handle handle, Instant now, Actor actor, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        PreparedBatch updates = handle.prepareBatch("update finding set exception = :exception where id = :id");
        PreparedBatch events = handle.prepareBatch("insert into finding_event (finding, moment, kind, actor, detail)"
                + " values (:finding, :moment, :kind, :actor, :detail)");
        for (Change change : changes) {
            String id = change.finding().id();
            updates.bind("exception", Columns.orNull(change.now()))
                    .bind("id", id)
                    .add();
            change.finding()
                    .exception()
                    .ifPresent(exception -> event(events, id, now, "exception-ended", actor, exception));
            change.now().ifPresent(exception -> event(events, id, now, "excepted", actor, exception));
        }
        updates.execute();
        events.execute();
    }

    private static void event(
            PreparedBatch events, String finding, Instant now, String kind, Actor actor, String exception) {
        events.bind("finding", finding)
                .bind("moment", now.toEpochMilli())
                .bind("kind", kind)
                .bind("actor", actor.name())
                .bind("detail", exception)
                .add();
    }
}

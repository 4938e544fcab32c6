package io.plumbline.ledger;

import io.plumbline.assess.VerdictHead;
import io.plumbline.assess.Verdicts;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Follows assessments: finds out which findings opened, stayed, are resolved or came back, and what that does to the numbers of every rule
 * in every account. All of it or nothing is written.
 */
public final class Tracking {
    private static final Schemas NO_TABLES = List::of;

    private final Ledger ledger;
    private final Covering covering;

    public Tracking(Ledger ledger, Covering covering) {
        this.ledger = ledger;
        this.covering = covering;
    }

    /**
     * Takes an assessment in. The same may come again, after an attestation for example: then only what is different is written.
     *
     * @param snapshot the one that was judged
     * @param trackedAt when this happens: from then on the numbers hold
     * @throws BadInput if the verdicts are on another snapshot, or one of their accounts was followed further already
     */
    public Changes track(Verdicts verdicts, Snapshot snapshot, Instant trackedAt) {
        VerdictHead head = verdicts.head();
        Manifest manifest = snapshot.manifest();
        if (!head.snapshot().equals(manifest.id())) {
            throw new BadInput("The verdicts are on the snapshot " + head.snapshot() + " and not on " + manifest.id()
                    + ". Give the snapshot that was judged.");
        }
        List<Manifest.Account> accounts = verdicts.accounts();
        return ledger.write(handle -> {
            AccountRows rows = AccountRows.of(handle);
            rows.refuseOlder(manifest, accounts);
            Reach reach = Reach.of(manifest, head, accounts, rows.regions());
            boolean again = AssessmentRow.known(handle, head.snapshot());
            Instant at = again ? trackedAt : manifest.now();
            AssessmentRow.write(handle, verdicts, manifest, trackedAt);
            rows.write(handle, accounts, reach, head.snapshot());
            NumbersVersion.next(handle);
            try (Database database = Database.open()) {
                verdicts.attach(database);
                snapshot.attach(database, NO_TABLES, List.of());
                Seen seen = Seen.of(handle, database, head);
                List<Settlement> settlements = new Settling(database, head, reach).of(handle, accounts);
                seen.apply(head.partition(), head.snapshot(), manifest.now(), at);
                long resolved = settle(handle, settlements, head.snapshot(), at);
                AssessmentRow.count(handle, head.snapshot());
                long states = states(handle, database, accounts, reach, head.snapshot(), trackedAt);
                return new Changes(
                        head.snapshot(),
                        seen.count("opened"),
                        seen.count("reopened"),
                        seen.count("still"),
                        resolved,
                        settlements.size() - resolved,
                        states);
            } finally {
                handle.execute("drop table if exists seen");
                handle.execute("drop table if exists place_count");
            }
        });
    }

    private static long settle(Handle handle, List<Settlement> settlements, String assessment, Instant at) {
        PreparedBatch events = handle.prepareBatch(
                "insert into finding_event (finding, moment, kind, actor, detail, assessment) select id, :at, :kind, :actor,"
                        + " :reason, :assessment from finding where id = :id and (:kind = 'resolved' or not_seen is null)");
        PreparedBatch gone =
                handle.prepareBatch("update finding set state = 'resolved', resolved_at = :at, not_seen = null,"
                        + " exception = null where id = :id");
        PreparedBatch hidden = handle.prepareBatch("update finding set not_seen = :reason where id = :id");
        long resolved = 0;
        for (Settlement one : settlements) {
            events.bind("at", at.toEpochMilli())
                    .bind("kind", one.resolved() ? "resolved" : "not-read")
                    .bind("actor", Actor.SCAN.name())
                    .bind("reason", one.reason())
                    .bind("assessment", assessment)
                    .bind("id", one.finding())
                    .add();
            if (one.resolved()) {
                resolved++;
                gone.bind("at", at.toEpochMilli()).bind("id", one.finding()).add();
            } else {
                hidden.bind("reason", one.reason()).bind("id", one.finding()).add();
            }
        }
        for (PreparedBatch batch : List.of(events, gone, hidden)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        return resolved;
    }

    /** Brings the numbers up to date: everywhere the assessment judged, and where an exception covers something else than before. */
    private long states(
            Handle handle,
            Database database,
            List<Manifest.Account> accounts,
            Reach reach,
            String assessment,
            Instant at) {
        Set<RuleAccount> covered = new HashSet<>(covering.apply(handle, at));
        Set<String> known =
                new HashSet<>(handle.createQuery("select distinct account_id from control_state where until is null")
                        .mapTo(String.class)
                        .list());
        List<ControlStates.Judged> judged = new ArrayList<>();
        database.each(
                "select rule, account_id, passed, not_applicable, manual, unknown from verdict_control"
                        + " order by rule, account_id",
                row -> {
                    RuleAccount place = new RuleAccount(row.getString(1), row.getString(2));
                    covered.remove(place);
                    // Numbers of a part of an account are better than none, but not better than those of the whole.
                    boolean counts = reach.whole(place.accountId()) || !known.contains(place.accountId());
                    judged.add(new ControlStates.Judged(
                            place,
                            counts
                                    ? Optional.of(new ControlStates.UnitNumbers(
                                            row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
                                    : Optional.empty()));
                    return true;
                });
        ControlStates.end(
                handle,
                at,
                accounts.stream()
                        .filter(account -> !account.status().equals("ACTIVE"))
                        .map(Manifest.Account::id)
                        .toList());
        long changed = ControlStates.apply(handle, at, Optional.of(assessment), judged);
        ControlStates.recount(handle, at, covered);
        return changed;
    }
}

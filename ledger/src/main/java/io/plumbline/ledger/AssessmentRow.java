package io.plumbline.ledger;

import io.plumbline.assess.Verdicts;
import io.plumbline.snapshot.Manifest;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The row that says what an assessment was of and what it changed. */
final class AssessmentRow {
    private AssessmentRow() {}

    static boolean known(Handle handle, String assessment) {
        return handle.createQuery("select count(*) from assessment where id = ?")
                        .bind(0, assessment)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static void write(Handle handle, Verdicts verdicts, Manifest manifest, Instant trackedAt) {
        long active = verdicts.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE"))
                .count();
        long entered = verdicts.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE") && account.entered())
                .count();
        handle.createUpdate(
                        "insert into assessment (id, moment, tracked_at, partition_id, scope, accounts, entered, regions,"
                                + " gaps, opened, resolved, reopened) values (:id, :moment, :tracked, :partition, :scope, :accounts,"
                                + " :entered, :regions, :gaps, 0, 0, 0) on conflict (id) do update set"
                                // When it was first followed stays: from then on a day of the past has it.
                                + " accounts = :accounts, entered = :entered, regions = :regions, gaps = :gaps")
                .bind("id", manifest.id())
                .bind("moment", manifest.now().toEpochMilli())
                .bind("tracked", trackedAt.toEpochMilli())
                .bind("partition", manifest.partition())
                .bind("scope", manifest.scope())
                .bind("accounts", active)
                .bind("entered", entered)
                .bind("regions", verdicts.head().regions())
                .bind("gaps", verdicts.gaps().size())
                .execute();
    }

    /** Counts what it changed, in however many turns. */
    static void count(Handle handle, String assessment) {
        handle.createUpdate("update assessment set opened = (" + events("opened") + "), resolved = ("
                        + events("resolved") + "), reopened = (" + events("reopened") + ") where id = :id")
                .bind("id", assessment)
                .execute();
    }

    private static String events(String kind) {
        return "select count(*) from finding_event where assessment = :id and kind = '" + kind + "'";
    }
}

package io.plumbline.collect;

import io.plumbline.model.AccountId;
import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An account that could not be entered has its row in {@code aws_account} and one line in the journal that says why. */
final class ClosedAccounts {
    private final List<Source<?, ?>> sources;
    private final RunFolder run;

    ClosedAccounts(List<Source<?, ?>> sources, RunFolder run) {
        this.sources = sources;
        this.run = run;
    }

    /** Writes those that are not written yet. */
    void write(Entrance.Accounts accounts, Instant now) {
        Source<?, ?> table = sources.stream()
                .filter(source -> source.table().equals("aws_account"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no resource type aws_account"));
        for (Entrance.Closed closed : accounts.closed()) {
            String cell = closed.id() + "|global|aws_account";
            if (run.journal().done(cell)) {
                continue;
            }
            CellWriter writer = new CellWriter(run.log(closed.id()), false);
            Place place = closedPlace(closed, accounts.caller());
            writeRow(table, place, closed.row(), writer, now);
            Trouble trouble = closed.trouble()
                    .orElse(new Trouble(
                            CellStatus.SKIPPED,
                            "AccountSuspended",
                            "the account is " + closed.row().status()));
            JournalEntry entry = new JournalEntry(
                    closed.id(),
                    "global",
                    "aws_account",
                    "",
                    closed.action(),
                    trouble.status() == CellStatus.SKIPPED ? CellStatus.SKIPPED : trouble.status(),
                    1,
                    0,
                    0,
                    1,
                    trouble.code(),
                    trouble.message());
            run.journal()
                    .commit(new RunJournal.Commit(
                            cell, closed.id(), Optional.of(now), List.of(entry), writer.finish()));
        }
    }

    @SuppressWarnings("unchecked")
    private static void writeRow(Source<?, ?> table, Place place, AccountRow row, CellWriter writer, Instant now) {
        Source<Object, AccountRow> source = (Source<Object, AccountRow>) table;
        Map<String, Trouble.Unread> unread = source.details().stream()
                .collect(Collectors.toMap(
                        Detail::column, detail -> new Trouble.Unread(detail.action(), Trouble.NOT_REQUESTED)));
        writer.write(source, place, now, new CellWriter.Hydrated<>(row, place.account(), Map.of(), unread));
    }

    private static Place closedPlace(Entrance.Closed closed, Caller caller) {
        Account account = new Account(
                new AccountId(closed.id()),
                caller.partition(),
                caller.credentials(),
                closed.row(),
                List.of(),
                Set.of(),
                id -> false);
        return account.place("global");
    }
}

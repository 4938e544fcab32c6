package io.plumbline.collect;

import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Reads all cells of a plan and writes the snapshot. */
final class Survey {
    /** Cells under way at once: enough to keep every budget busy, few enough to stay small. */
    private static final int CELLS_AT_ONCE = 512;

    /** What answering a focus may take while reading takes its own part of the memory; the rest is on disk. */
    private static final String FOCUS_MEMORY = "192MB";

    private final Path home;
    private final List<Source<?, ?>> sources;
    private final Schemas schemas;
    private final String version;
    private final Progress progress;

    Survey(Path home, List<Source<?, ?>> sources, Schemas schemas, String version, Progress progress) {
        this.home = home;
        this.sources = sources;
        this.schemas = schemas;
        this.version = version;
        this.progress = progress;
    }

    Snapshot collect(UnfinishedRuns.Start start, Clients clients, RunFolder run, Entrance.Accounts accounts)
            throws InterruptedException, IOException {
        refuseInterrupted();
        ScanRequest request = start.request();
        SnapshotStore store = new SnapshotStore(home);
        try (Database database = Database.open()) {
            Order order = Order.of(database, sources, start.needs());
            List<Cell> cells = cells(order, accounts.entered());
            TakenOver taken = taken(start, order, cells, accounts, store, run);
            Map<String, CountDownLatch> unfinished = unfinished(cells);
            new ClosedAccounts(sources, run).write(accounts, request.now());
            Set<String> entered = accounts.entered().stream().map(Account::id).collect(Collectors.toSet());
            try (Focus focus = new Focus(Database.open(FOCUS_MEMORY, 1), schemas, run, unfinished, entered::contains)) {
                CellContext context = CellContext.of(order.plan(), clients, focus, request.keepValues());
                read(cells, taken, unfinished, context, run, accounts.entered());
            }
            refuseInterrupted();
            refuseHoles(cells, taken, run);
            progress.writing();
            // What reading took of the heap goes back to the machine: DuckDB sorts in it now.
            System.gc();
            return new SnapshotMaker(store, schemas, version)
                    .make(request, order.plan(), run, accounts, taken, database);
        }
    }

    /** What needs not be read again. It has a database of its own, which is gone before the reading begins. */
    private TakenOver taken(
            UnfinishedRuns.Start start,
            Order order,
            List<Cell> cells,
            Entrance.Accounts accounts,
            SnapshotStore store,
            RunFolder run)
            throws IOException {
        if (start.changedSince().isEmpty()) {
            return TakenOver.none(run.folder());
        }
        Optional<TakenOver> before = TakenOver.load(run.folder());
        if (before.isEmpty()) {
            try (Database database = Database.open()) {
                ScanRequest request = start.request();
                Takeover.Decision decision = new Takeover(
                                database, schemas, request, start.changedSince().get(), order)
                        .decide(store, accounts, cells);
                before = Optional.of(
                        new TakingOver(database, schemas, request, order, run.folder()).take(decision, accounts));
            }
        }
        TakenOver.Rest rest = before.get().rest();
        progress.taken(before.get().planned().size(), cells.size(), rest.cells(), rest.oldest(), rest.from());
        return before.get();
    }

    /** Whatever an interrupted thread asked may have been cut off without anybody saying so. */
    private static void refuseInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while reading");
        }
    }

    /** A snapshot without a cell would say that nothing is there. */
    private static void refuseHoles(List<Cell> cells, TakenOver taken, RunFolder run) {
        cells.stream()
                .filter(cell -> !run.journal().done(cell.id()) && !taken.holds(cell))
                .findFirst()
                .ifPresent(cell -> {
                    throw new IllegalStateException("the cell " + cell.id() + " was not read, and nothing says why");
                });
    }

    /**
     * In the order in which cells may be started: one that waits for tables comes after all cells of those tables. Within that a table is
     * read from all accounts and regions before the next: those under way at once then ask many budgets a little, not one account's much.
     */
    private static List<Cell> cells(Order order, List<Account> accounts) {
        List<Cell> cells = new ArrayList<>();
        for (List<List<Source<?, ?>>> level : order.levels()) {
            for (List<Source<?, ?>> together : level) {
                for (Account account : accounts) {
                    if (together.getFirst().scope() == Scope.GLOBAL) {
                        cells.add(new Cell(account, "global", together));
                    } else {
                        account.scanned().forEach(region -> cells.add(new Cell(account, region, together)));
                    }
                }
            }
        }
        return cells;
    }

    private static Map<String, CountDownLatch> unfinished(List<Cell> cells) {
        Map<String, Integer> counts = new TreeMap<>();
        cells.forEach(cell -> cell.sources().forEach(source -> counts.merge(source.table(), 1, Integer::sum)));
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> new CountDownLatch(count.getValue())));
    }

    private void read(
            List<Cell> cells,
            TakenOver taken,
            Map<String, CountDownLatch> unfinished,
            CellContext context,
            RunFolder run,
            List<Account> accounts)
            throws InterruptedException {
        long done = cells.stream()
                .filter(cell -> run.journal().done(cell.id()) || taken.holds(cell))
                .count();
        long regions = accounts.stream()
                .flatMap(account -> account.scanned().stream())
                .distinct()
                .count();
        progress.planned(accounts.size(), (int) regions, cells.size(), done);
        Halt halt = new Halt();
        Semaphore places = new Semaphore(CELLS_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Cell cell : cells) {
                    if (halt.called()) {
                        break;
                    }
                    if (run.journal().done(cell.id()) || taken.holds(cell)) {
                        finished(cell, unfinished);
                        continue;
                    }
                    places.acquire();
                    threads.submit(() -> {
                        try {
                            readCell(cell, context, run, halt);
                        } catch (InterruptedException | RuntimeException e) {
                            halt.call(e);
                        } catch (Error e) {
                            // Nobody asks for this task's outcome: kept quiet, the cell would look as if nothing were
                            // there.
                            halt.call(new IllegalStateException("reading " + cell.id() + " broke down", e));
                        } finally {
                            finished(cell, unfinished);
                            places.release();
                        }
                    });
                }
                threads.shutdown();
                while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                    if (halt.called()) {
                        threads.shutdownNow();
                    }
                }
            } catch (InterruptedException e) {
                halt.call(e);
                threads.shutdownNow();
            }
        }
        halt.rethrow();
    }

    private static void finished(Cell cell, Map<String, CountDownLatch> unfinished) {
        cell.sources()
                .forEach(source -> unfinished
                        .getOrDefault(source.table(), new CountDownLatch(0))
                        .countDown());
    }

    /** Once the scan is halted no cell counts: what it asked may have been cut off, and the rows that it waited for may not be there. */
    private void readCell(Cell cell, CellContext context, RunFolder run, Halt halt) throws InterruptedException {
        if (halt.called()) {
            return;
        }
        CellWriter writer = new CellWriter(run.log(cell.account().id()), context.keepValues());
        // Nobody needs a finer time, and a journal of seconds is half as large.
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<JournalEntry> entries = SharedReader.read(cell, context, writer, now);
        if (halt.called()) {
            return;
        }
        run.journal()
                .commit(new RunJournal.Commit(
                        cell.id(), cell.account().id(), Optional.of(now), entries, writer.finish()));
        progress.cellDone(
                cell.account().row().displayName(),
                cell.region(),
                cell.sources().stream().map(Source::table).collect(Collectors.joining(", ")),
                entries.stream().mapToLong(JournalEntry::calls).sum(),
                (int) entries.stream()
                        .filter(entry -> entry.status() != CellStatus.READ)
                        .count());
    }
}

package io.plumbline.collect;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.TableSchema;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    Snapshot collect(ScanRequest request, List<Need> needs, Clients clients, RunFolder run, Entrance.Accounts accounts)
            throws InterruptedException {
        refuseInterrupted();
        try (Database database = Database.open()) {
            Order order = Order.of(database, sources, needs);
            List<Cell> cells = cells(order, accounts.entered());
            Map<String, CountDownLatch> unfinished = unfinished(cells);
            new ClosedAccounts(sources, run).write(accounts, request.now());
            Set<String> entered = accounts.entered().stream().map(Account::id).collect(Collectors.toSet());
            try (Focus focus = new Focus(Database.open(FOCUS_MEMORY, 1), schemas, run, unfinished, entered::contains)) {
                CellContext context = CellContext.of(order.plan(), clients, focus, request.keepValues());
                read(cells, unfinished, context, run, accounts.entered());
            }
            refuseInterrupted();
            refuseHoles(cells, run);
            progress.writing();
            // What reading took of the heap goes back to the machine: DuckDB sorts in it now.
            System.gc();
            return write(request, order.plan(), run, accounts, database);
        }
    }

    /** Whatever an interrupted thread asked may have been cut off without anybody saying so. */
    private static void refuseInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while reading");
        }
    }

    /** A snapshot without a cell would say that nothing is there. */
    private static void refuseHoles(List<Cell> cells, RunFolder run) {
        cells.stream()
                .filter(cell -> !run.journal().done(cell.id()))
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
            Map<String, CountDownLatch> unfinished,
            CellContext context,
            RunFolder run,
            List<Account> accounts)
            throws InterruptedException {
        long done = cells.stream().filter(cell -> run.journal().done(cell.id())).count();
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
                    if (run.journal().done(cell.id())) {
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
        List<JournalEntry> entries = SharedReader.read(cell, context, writer);
        if (halt.called()) {
            return;
        }
        run.journal().commit(new RunJournal.Commit(cell.id(), cell.account().id(), entries, writer.finish()));
        progress.cellDone(
                cell.account().row().displayName(),
                cell.region(),
                cell.sources().stream().map(Source::table).collect(Collectors.joining(", ")),
                entries.stream().mapToLong(JournalEntry::calls).sum(),
                (int) entries.stream()
                        .filter(entry -> entry.status() != CellStatus.READ)
                        .count());
    }

    private Snapshot write(
            ScanRequest request, Plan plan, RunFolder run, Entrance.Accounts accounts, Database database) {
        Map<TableSchema, List<Path>> tables = new TreeMap<>(Comparator.comparing(TableSchema::name));
        Map<String, List<String>> focus = new TreeMap<>();
        plan.tables().forEach((table, wanted) -> {
            TableSchema schema =
                    schemas.table(table).orElseThrow(() -> new BadInput("There is no table '" + table + "'."));
            tables.put(schema, run.rows(table));
            if (!wanted.focus().isEmpty()) {
                focus.put(table, wanted.focus());
            }
            wanted.detailFocus().forEach((column, selects) -> focus.put(table + "." + column, selects));
        });
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                request.id(),
                request.now(),
                Instant.now(),
                version,
                accounts.caller().partition().id(),
                accounts.caller().arn(),
                request.scope(),
                manifestAccounts(accounts),
                focus,
                Map.of(),
                new Manifest.TableFile(0, 0, ""));
        return new SnapshotStore(home).write(manifest, tables, run.journalRows(), database);
    }

    private static List<Manifest.Account> manifestAccounts(Entrance.Accounts accounts) {
        List<Manifest.Account> all = new ArrayList<>();
        accounts.entered()
                .forEach(
                        account -> all.add(account(account.id(), account.row(), true, List.copyOf(account.scanned()))));
        accounts.closed().forEach(closed -> all.add(account(closed.id(), closed.row(), false, List.of())));
        all.sort(Comparator.comparing(Manifest.Account::id));
        return all;
    }

    private static Manifest.Account account(String id, AccountRow row, boolean entered, List<String> regions) {
        return new Manifest.Account(id, row.displayName(), row.status(), entered, row.ous(), row.ouIds(), regions);
    }
}

package io.plumbline.collect;

import io.plumbline.model.AccountId;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Reads all cells of a plan and writes the snapshot. */
final class Collection {
    /** Cells under way at once: enough to keep every budget busy, few enough to stay small. */
    private static final int CELLS_AT_ONCE = 512;

    private final Path home;
    private final List<Source<?, ?>> sources;
    private final Schemas schemas;
    private final String version;
    private final Progress progress;

    Collection(Path home, List<Source<?, ?>> sources, Schemas schemas, String version, Progress progress) {
        this.home = home;
        this.sources = sources;
        this.schemas = schemas;
        this.version = version;
        this.progress = progress;
    }

    Snapshot collect(ScanRequest request, List<Need> needs, Clients clients, RunFolder run, Entrance.Accounts accounts)
            throws InterruptedException {
        try (Database database = Database.open()) {
            Order order = Order.of(database, sources, needs);
            List<Cell> cells = cells(order, accounts.entered());
            Map<String, CountDownLatch> unfinished = unfinished(cells);
            writeClosed(run, accounts, request.now());
            try (Focus focus = new Focus(
                    Database.open(),
                    schemas,
                    run,
                    unfinished,
                    account -> accounts.entered().stream()
                            .anyMatch(entered -> entered.id().equals(account)))) {
                read(cells, unfinished, CellContext.of(order.plan(), clients, focus), run, accounts.entered());
            }
            progress.writing();
            return write(request, order.plan(), run, accounts, database);
        }
    }

    /** In the order in which cells may be started: one that waits for tables comes after all cells of those tables. */
    private static List<Cell> cells(Order order, List<Account> accounts) {
        List<Cell> cells = new ArrayList<>();
        for (List<List<Source<?, ?>>> level : order.levels()) {
            for (Account account : accounts) {
                for (List<Source<?, ?>> together : level) {
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
        AtomicReference<Optional<RuntimeException>> fatal = new AtomicReference<>(Optional.empty());
        Semaphore places = new Semaphore(CELLS_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Cell cell : cells) {
                if (fatal.get().isPresent()) {
                    break;
                }
                if (run.journal().done(cell.id())) {
                    finished(cell, unfinished);
                    continue;
                }
                places.acquire();
                threads.submit(() -> {
                    try {
                        if (fatal.get().isEmpty()) {
                            readCell(cell, context, run);
                        }
                    } catch (RuntimeException e) {
                        fatal.set(Optional.of(e));
                    } catch (Error e) {
                        // Nobody asks for this task's outcome: kept quiet, the cell would look as if nothing were
                        // there.
                        fatal.set(Optional.of(new IllegalStateException("reading " + cell.id() + " broke down", e)));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        finished(cell, unfinished);
                        places.release();
                    }
                });
            }
        }
        if (fatal.get().isPresent()) {
            throw fatal.get().get();
        }
    }

    private static void finished(Cell cell, Map<String, CountDownLatch> unfinished) {
        cell.sources()
                .forEach(source -> unfinished
                        .getOrDefault(source.table(), new CountDownLatch(0))
                        .countDown());
    }

    private void readCell(Cell cell, CellContext context, RunFolder run) throws InterruptedException {
        CellWriter writer = new CellWriter(run.log(cell.account().id()));
        List<JournalEntry> entries = SharedReader.read(cell, context, writer);
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

    /** An account that could not be entered has its row in {@code aws_account} and one line in the journal that says why. */
    private void writeClosed(RunFolder run, Entrance.Accounts accounts, Instant now) {
        Source<?, ?> table = sources.stream()
                .filter(source -> source.table().equals("aws_account"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no resource type aws_account"));
        for (Entrance.Closed closed : accounts.closed()) {
            String cell = closed.id() + "|global|aws_account";
            if (run.journal().done(cell)) {
                continue;
            }
            CellWriter writer = new CellWriter(run.log(closed.id()));
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
            run.journal().commit(new RunJournal.Commit(cell, closed.id(), List.of(entry), writer.finish()));
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
                java.util.Set.of(),
                id -> false);
        return account.place("global");
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

package io.plumbline.collect;

import io.plumbline.snapshot.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Reads one table in one cell: finds the rows, asks for their details, writes them, and tells how each operation went. What goes wrong
 * with one row or one operation is written down and stops nothing else.
 */
final class CellReader<C, R> {
    /** Requests for the rows of one cell that are under way at once; the budget decides how fast they go. */
    private static final int AT_ONCE = 24;

    private final Source<C, R> source;
    private final Cell cell;
    private final Place place;
    private final CellContext context;
    private final CellWriter writer;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> detailKeys = new HashMap<>();
    private final Instant now;
    private long taken;

    CellReader(Source<C, R> source, Cell cell, CellContext context, CellWriter writer, Instant now) {
        this.source = source;
        this.cell = cell;
        this.place = cell.place();
        this.context = context;
        this.writer = writer;
        this.now = now;
        for (Detail<C, R, ?> detail : source.details()) {
            if (plan().details().contains(detail.column())) {
                tallies.put(detail.column(), new Tally(detail.column(), detail.action()));
            }
        }
    }

    private Plan.TablePlan plan() {
        return context.plan(source.table());
    }

    /** Reads rows out of a page of a shared answer. */
    void take(Iterable<R> rows) throws InterruptedException {
        prepareDetails();
        write(stream(rows).peek(row -> taken++));
    }

    /** How many rows came out of shared answers. */
    long taken() {
        return taken;
    }

    /** Finds and reads the rows. */
    void read() throws InterruptedException {
        Tally finding = tally("", source.actions().getFirst());
        if (!plan().focus().isEmpty()
                && !(source.finder() instanceof Finder.Under<C, R>)
                && context.focus()
                        .keys(plan().focus())
                        .at(place.accountId().value(), cell.region())
                        .isEmpty()) {
            return;
        }
        prepareDetails();
        C client = context.clients().of(source, place.region());
        switch (source.finder()) {
            case Finder.Listing<C, R> listing ->
                asking(
                        finding,
                        () -> write(stream(listing.list().apply(client, place)).peek(row -> finding.read())));
            case Finder.Single<C, R> single ->
                asking(finding, () -> {
                    R row = single.one().apply(client, place);
                    if (row != null) {
                        finding.read();
                        write(Stream.of(row));
                    }
                });
            case Finder.Known<C, R> known ->
                write(stream(known.known().apply(place)).peek(row -> finding.read()));
            case Finder.Under<C, R> under -> under(client, under, finding);
            case Finder.Described<C, R> described -> described(client, described, finding);
            case Finder.Shared<C, ?, R> shared ->
                throw new IllegalStateException(source.table() + " is read out of a shared answer");
        }
    }

    private Tally tally(String column, String action) {
        return tallies.computeIfAbsent(column, unused -> new Tally(column, action));
    }

    /** Who wants a detail of which rows is known before the first row is asked for. */
    private void prepareDetails() throws InterruptedException {
        for (Map.Entry<String, List<String>> focus : plan().detailFocus().entrySet()) {
            detailKeys.put(
                    focus.getKey(),
                    context.focus().keys(focus.getValue()).at(place.accountId().value(), cell.region()));
        }
    }

    /** Work whose failure is the operation's. */
    private interface Asking {
        void run() throws InterruptedException;
    }

    private void asking(Tally tally, Asking work) {
        try {
            context.call(cell, place.region(), tally).run(() -> {
                work.run();
                return true;
            });
        } catch (DiskTrouble e) {
            throw e;
        } catch (RuntimeException e) {
            if (!(e instanceof AwsServiceException service && isNone(service))) {
                tally.trouble(Trouble.of(e));
            }
        }
    }

    private boolean isNone(AwsServiceException service) {
        String code = Trouble.of(service).code();
        return source.none(code) || source.finder() instanceof Finder.Under<C, R> && source.gone(code);
    }

    private void under(C client, Finder.Under<C, R> under, Tally finding) throws InterruptedException {
        List<String> selects = plan().focus().isEmpty() ? List.of(parentsSelect(under.parent())) : plan().focus();
        Set<String> parents =
                context.focus().parents(selects).at(place.accountId().value(), cell.region());
        writeHydrated(parents.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, parent -> children(client, under, finding, parent)))
                .flatMap(List::stream));
    }

    private List<CellWriter.Hydrated<R>> children(C client, Finder.Under<C, R> under, Tally finding, String parent) {
        List<R> children = new ArrayList<>();
        asking(finding, () -> under.children().of(client, parent, place).forEach(children::add));
        children.forEach(child -> finding.read());
        return children.stream()
                .flatMap(child -> hydrate(child, place.under(parent)).stream())
                .toList();
    }

    /** Without a focus the parents are all rows of the parents' table. */
    static String parentsSelect(String parentTable) {
        return "select arn as key, account_id, region from " + parentTable;
    }

    private void described(C client, Finder.Described<C, R> described, Tally finding) {
        Tally describing = tally("*", described.action());
        asking(
                finding,
                () -> writeHydrated(stream(described.keys().apply(client, place))
                        .peek(key -> finding.read())
                        .gather(Gatherers.windowFixed(described.atMost()))
                        .gather(Gatherers.mapConcurrent(AT_ONCE, keys -> describe(client, described, describing, keys)))
                        .flatMap(List::stream)));
    }

    private List<CellWriter.Hydrated<R>> describe(
            C client, Finder.Described<C, R> described, Tally describing, List<String> keys) {
        List<R> rows = new ArrayList<>();
        try {
            context.call(cell, place.region(), describing).run(() -> {
                described.describe().apply(client, keys).forEach(rows::add);
                return true;
            });
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            if (source.gone(trouble.code()) || source.none(trouble.code())) {
                return List.of();
            }
            describing.trouble(trouble);
            Trouble.Unread unread = new Trouble.Unread(describing.action(), trouble.code());
            return keys.stream()
                    .map(key -> new CellWriter.Hydrated<R>(null, key, Map.of(), Map.of("*", unread)))
                    .toList();
        }
        rows.forEach(row -> describing.read());
        return rows.stream().flatMap(row -> hydrate(row, place).stream()).toList();
    }

    private void write(Stream<R> rows) {
        Stream<List<CellWriter.Hydrated<R>>> hydrated = plan().details().isEmpty()
                ? rows.map(row -> hydrate(row, place))
                : rows.gather(Gatherers.mapConcurrent(AT_ONCE, row -> hydrate(row, place)));
        writeHydrated(hydrated.flatMap(List::stream));
    }

    private void writeHydrated(Stream<CellWriter.Hydrated<R>> rows) {
        rows.forEach(row -> writer.write(source, place, now, row));
    }

    /** A row with its details; empty if it vanished meanwhile. */
    private List<CellWriter.Hydrated<R>> hydrate(R row, Place found) {
        Map<String, Object> details = new HashMap<>();
        Map<String, Trouble.Unread> unread = new HashMap<>();
        String arn = source.arnOf(row, found);
        String own = source.regionOf(row);
        boolean elsewhere = source.scope() == Scope.REGIONAL
                && own != null
                && !own.equals(place.region())
                && (cell.account().scans(own)
                        || !context.claim(place.accountId().value() + '|' + arn));
        for (Detail<C, R, ?> detail : source.details()) {
            boolean focused = detailKeys.get(detail.column()) == null || isKey(detail.column(), arn, row, found);
            if (!plan().details().contains(detail.column()) || elsewhere || !focused) {
                unread.put(detail.column(), new Trouble.Unread(detail.action(), Trouble.NOT_REQUESTED));
            } else if (detail.when().test(new Detail.Row<>(row, place))) {
                if (!ask(detail, row, own == null ? place : place.in(own), details, unread)) {
                    return List.of();
                }
            }
        }
        return List.of(new CellWriter.Hydrated<>(row, arn == null ? "" : arn, details, unread));
    }

    /** A focus names a row by its ARN, its name, or the ARN of its parent. */
    private boolean isKey(String column, @Nullable String arn, R row, Place found) {
        Set<String> keys = detailKeys.getOrDefault(column, Set.of());
        if (found.parent().isPresent() && keys.contains(found.parent().get())) {
            return true;
        }
        String name = source.nameOf(row);
        return (arn != null && keys.contains(arn)) || (name != null && keys.contains(name));
    }

    /** Asks for one detail; false if the row is gone. */
    private <D> boolean ask(
            Detail<C, R, D> detail,
            R row,
            Place where,
            Map<String, Object> details,
            Map<String, Trouble.Unread> unread) {
        Tally tally = tally(detail.column(), detail.action());
        C client = context.clients().of(source, where.region());
        try {
            Callable<@Nullable D> asked = () -> detail.ask().of(client, row, where);
            D answer = context.call(cell, where.region(), tally).run(asked);
            if (answer != null) {
                details.put(detail.column(), answer);
            }
            tally.read();
            return true;
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            if (source.none(trouble.code())) {
                tally.read();
                return true;
            }
            if (source.gone(trouble.code())) {
                return false;
            }
            tally.trouble(trouble);
            unread.put(detail.column(), new Trouble.Unread(detail.action(), trouble.code()));
            return true;
        }
    }

    private static <T> Stream<T> stream(Iterable<? extends T> rows) {
        return java.util.stream.StreamSupport.<T>stream(
                java.util.Spliterators.spliteratorUnknownSize(rows.iterator(), java.util.Spliterator.ORDERED), false);
    }

    /** How the operations went. */
    List<JournalEntry> entries() {
        return tallies.values().stream()
                .map(tally -> tally.entry(place, cell.region(), source.table()))
                .toList();
    }
}

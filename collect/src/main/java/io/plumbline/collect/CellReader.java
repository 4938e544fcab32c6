package io.plumbline.collect;

import io.plumbline.snapshot.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;

/**
 * Reads one table in one cell: finds the rows, has their details asked for, writes them, and tells how each operation went. What goes
 * wrong with one row or one operation is written down and stops nothing else.
 */
final class CellReader<C, R> {
    /** Requests for the rows of one cell that are under way at once; the budget decides how fast they go. */
    private static final int AT_ONCE = 24;

    private final Source<C, R> source;
    private final Cell cell;
    private final Place place;
    private final CellContext context;
    private final CellWriter writer;
    private final Tallies tallies = new Tallies();
    private final RowReader<C, R> details;
    private final Instant now;
    private long taken;

    CellReader(Source<C, R> source, Cell cell, CellContext context, CellWriter writer, Instant now) {
        this.source = source;
        this.cell = cell;
        this.place = cell.place();
        this.context = context;
        this.writer = writer;
        this.now = now;
        this.details = new RowReader<>(source, cell, context, tallies);
    }

    private Plan.TablePlan plan() {
        return context.plan(source.table());
    }

    /** Reads rows out of a page of a shared answer. */
    void take(Iterable<R> rows) throws InterruptedException {
        details.prepare();
        write(stream(rows).peek(row -> taken++));
    }

    /** How many rows came out of shared answers. */
    long taken() {
        return taken;
    }

    /** Finds and reads the rows. */
    void read() throws InterruptedException {
        Tally finding = tallies.of("", source.actions().getFirst());
        if (!plan().focus().isEmpty()
                && !(source.finder() instanceof Finder.Under<C, R>)
                && context.focus()
                        .keys(plan().focus())
                        .at(place.accountId().value(), cell.region())
                        .isEmpty()) {
            return;
        }
        details.prepare();
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
            if (!(e instanceof AwsServiceException service && isNone(service))
                    && !ServiceRegions.lack(
                            (SdkClient) context.clients().of(source, place.region()), place.region(), e)) {
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
                .flatMap(child -> details.read(child, place.under(parent)).stream())
                .toList();
    }

    /** Without a focus the parents are all rows of the parents' table. */
    static String parentsSelect(String parentTable) {
        return "select arn as key, account_id, region from " + parentTable;
    }

    private void described(C client, Finder.Described<C, R> described, Tally finding) {
        Tally describing = tallies.of("*", described.action());
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
            Trouble.Unread unread = new Trouble.Unread(trouble.action().orElse(describing.action()), trouble.code());
            return keys.stream()
                    .map(key -> new CellWriter.Hydrated<R>(null, key, Map.of(), Map.of("*", unread)))
                    .toList();
        }
        rows.forEach(row -> describing.read());
        return rows.stream().flatMap(row -> details.read(row, place).stream()).toList();
    }

    private void write(Stream<R> rows) {
        Stream<List<CellWriter.Hydrated<R>>> hydrated = plan().details().isEmpty()
                ? rows.map(row -> details.read(row, place))
                : rows.gather(Gatherers.mapConcurrent(AT_ONCE, row -> details.read(row, place)));
        writeHydrated(hydrated.flatMap(List::stream));
    }

    private void writeHydrated(Stream<CellWriter.Hydrated<R>> rows) {
        rows.forEach(row -> writer.write(source, place, now, row));
    }

    private static <T> Stream<T> stream(Iterable<? extends T> rows) {
        return java.util.stream.StreamSupport.<T>stream(
                java.util.Spliterators.spliteratorUnknownSize(rows.iterator(), java.util.Spliterator.ORDERED), false);
    }

    /** How the operations went. */
    List<JournalEntry> entries() {
        return tallies.entries(place, cell.region(), source.table());
    }
}

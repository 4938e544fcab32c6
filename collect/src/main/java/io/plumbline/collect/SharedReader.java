package io.plumbline.collect;

import io.plumbline.snapshot.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a cell: its one table, or the tables that share an answer, page by page into each. */
final class SharedReader {
    private SharedReader() {}

    /** @param now the time that the rows get */
    static List<JournalEntry> read(Cell cell, CellContext context, CellWriter writer, Instant now)
            throws InterruptedException {
        Source<?, ?> first = cell.sources().getFirst();
        if (!(first.finder() instanceof Finder.Shared<?, ?, ?>)) {
            CellReader<?, ?> reader = new CellReader<>(first, cell, context, writer, now);
            reader.read();
            return reader.entries();
        }
        return readShared(cell, context, writer, now);
    }

    /** The declarations tie client, answer and row types together; here they meet untyped. */
    @SuppressWarnings("unchecked")
    private static List<JournalEntry> readShared(Cell cell, CellContext context, CellWriter writer, Instant now)
            throws InterruptedException {
        Map<Source<Object, Object>, CellReader<Object, Object>> readers = new LinkedHashMap<>();
        for (Source<?, ?> source : cell.sources()) {
            Source<Object, Object> table = (Source<Object, Object>) source;
            readers.put(table, new CellReader<>(table, cell, context, writer, now));
        }
        Source<Object, Object> first = readers.keySet().iterator().next();
        Answer<Object, Object> answer = ((Finder.Shared<Object, Object, Object>) first.finder()).answer();
        Set<String> wanted = cell.sources().stream().map(Source::table).collect(Collectors.toSet());
        Tally tally = new Tally("", answer.action());
        Object client = context.clients().of(first, cell.place().region());
        try {
            context.call(cell, cell.place().region(), tally).run(() -> {
                for (Object page : answer.ask().pages(client, cell.place(), wanted)) {
                    for (Map.Entry<Source<Object, Object>, CellReader<Object, Object>> reader : readers.entrySet()) {
                        reader.getValue().take(rows(reader.getKey(), page));
                    }
                }
                return true;
            });
        } catch (DiskTrouble e) {
            throw e;
        } catch (RuntimeException e) {
            tally.trouble(Trouble.of(e));
        }
        return entries(cell, readers, tally);
    }

    @SuppressWarnings("unchecked")
    private static Iterable<Object> rows(Source<Object, Object> source, Object page) {
        return (Iterable<Object>)
                ((Finder.Shared<Object, Object, Object>) source.finder()).take().apply(page);
    }

    /** The shared operation is written down for each table, its calls for the first only, so that sums stay true. */
    private static List<JournalEntry> entries(
            Cell cell, Map<Source<Object, Object>, CellReader<Object, Object>> readers, Tally tally) {
        List<JournalEntry> entries = new ArrayList<>();
        boolean first = true;
        for (Map.Entry<Source<Object, Object>, CellReader<Object, Object>> reader : readers.entrySet()) {
            JournalEntry shared = tally.entry(
                    cell.place(),
                    cell.region(),
                    reader.getKey().table(),
                    reader.getValue().taken());
            entries.add(first ? shared : shared.withoutCalls());
            entries.addAll(reader.getValue().entries());
            first = false;
        }
        return entries;
    }
}

package io.plumbline.collect;

import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A scan that is under way, {@code HOME/runs/ID}: a page log for each account and the journal. It is deleted when the snapshot stands. */
final class RunFolder implements AutoCloseable {
    private final Path folder;
    private final RunJournal journal;
    private final Map<String, PageLog> logs = new ConcurrentHashMap<>();

    RunFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("pages"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
        this.journal = new RunJournal(folder.resolve("journal.log"));
    }

    RunJournal journal() {
        return journal;
    }

    PageLog log(String accountId) {
        return logs.computeIfAbsent(
                accountId, id -> new PageLog(folder.resolve("pages").resolve(id + ".log"), journal.committedEnd(id)));
    }

    Path folder() {
        return folder;
    }

    /** The rows of a table: those committed as one gzip file of JSON lines, those taken over as Parquet; empty if it has none. */
    List<Path> rows(String table) {
        return Stream.concat(read(table).stream(), TakenOver.files(folder, table).stream())
                .toList();
    }

    private List<Path> read(String table) {
        List<JournalIndex.Placed> segments = journal.rows(table);
        if (segments.isEmpty()) {
            return List.of();
        }
        Path file = folder.resolve(table + ".ndjson.gz");
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (JournalIndex.Placed segment : segments) {
                log(segment.accountId()).copy(segment.offset(), segment.length(), out);
            }
            return List.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot gather the rows of " + table + " (is the disk full?)", e);
        }
    }

    /** The journal's entries, by the column names of {@link JournalEntry#COLUMNS}, in such files too. */
    List<Path> journalRows() {
        Path file = folder.resolve("journal.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            journal.each(commit -> commit.entries().forEach(entry -> write(columns(entry, commit.readAt()), out)));
            return Stream.concat(Stream.of(file), TakenOver.files(folder, TakenOver.JOURNAL).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal (is the disk full?)", e);
        }
    }

    private static void write(Map<String, Object> entry, OutputStream out) {
        try {
            out.write(JsonMapper.shared().writeValueAsBytes(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal (is the disk full?)", e);
        }
    }

    private static Map<String, Object> columns(JournalEntry entry, Optional<Instant> readAt) {
        Map<String, Object> columns = new HashMap<>(columns(entry));
        readAt.ifPresent(moment -> columns.put(JournalEntry.READ_AT, moment.toString()));
        columns.put(JournalEntry.TAKEN_FROM, "");
        return columns;
    }

    private static Map<String, Object> columns(JournalEntry entry) {
        return Map.ofEntries(
                Map.entry("account_id", entry.accountId()),
                Map.entry("region", entry.region()),
                Map.entry("table_name", entry.tableName()),
                Map.entry("column_name", entry.columnName()),
                Map.entry("action", entry.action()),
                Map.entry("status", entry.status().word()),
                Map.entry("calls", entry.calls()),
                Map.entry("throttled", entry.throttled()),
                Map.entry("millis", entry.millis()),
                Map.entry("row_count", entry.rowCount()),
                Map.entry("code", entry.code()),
                Map.entry("message", entry.message()));
    }

    void delete() {
        close();
        try {
            SnapshotStore.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    @Override
    public void close() {
        logs.values().forEach(PageLog::close);
        logs.clear();
        journal.close();
    }
}

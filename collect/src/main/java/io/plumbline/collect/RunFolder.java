package io.plumbline.collect;

import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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

    /** The relation of the journal's lines: those of this run, and those of cells that were taken over. */
    String journalRelation() {
        List<Path> taken = TakenOver.files(folder, TakenOver.JOURNAL);
        return journal.relation() + (taken.isEmpty() ? "" : " union all by name " + JournalEntry.relation(taken));
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

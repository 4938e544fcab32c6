package io.plumbline.collect;

import static java.util.Objects.requireNonNull;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has finished, one JSON line a cell, written when the cell's rows are in the page log. A line that a kill tore in two is cut
 * off at the next start.
 */
final class RunJournal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileChannel channel;
    private final Map<String, Commit> commits = new HashMap<>();

    /**
     * A finished cell.
     *
     * @param cell account, region and tables
     * @param accountId whose page log holds the segments
     * @param readAt when the cell was asked for; a run of an earlier version did not say
     */
    record Commit(
            String cell,
            String accountId,
            Optional<Instant> readAt,
            List<JournalEntry> entries,
            List<PageLog.Segment> segments) {
        Commit {
            readAt = Objects.requireNonNullElse(readAt, Optional.empty());
            // A damaged line may lack any of these.
            requireNonNull(cell, "cell");
            requireNonNull(accountId, "accountId");
            entries = List.copyOf(requireNonNull(entries, "entries"));
            segments = List.copyOf(requireNonNull(segments, "segments"));
        }
    }

    RunJournal(Path file) {
        try {
            long whole = Files.exists(file) ? load(file) : 0;
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + file, e);
        }
    }

    private long load(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                try {
                    Commit commit = requireNonNull(JSON.readValue(bytes, start, i - start, Commit.class), "commit");
                    commits.put(commit.cell(), commit);
                } catch (JacksonException | NullPointerException e) {
                    throw new BadInput(
                            "The run's journal " + file + " is damaged at byte " + start
                                    + ": the run cannot be resumed. Start a new scan; finished snapshots are not affected.",
                            e);
                }
                start = i + 1;
            }
        }
        return start;
    }

    synchronized void commit(Commit commit) {
        try {
            ByteBuffer line = ByteBuffer.wrap(
                    (JSON.writeValueAsString(commit) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            commits.put(commit.cell(), commit);
        } catch (IOException e) {
            throw new DiskTrouble("Cannot write the run's journal: " + e.getMessage(), e);
        }
    }

    synchronized boolean done(String cell) {
        return commits.containsKey(cell);
    }

    synchronized Set<String> cells() {
        return new HashSet<>(commits.keySet());
    }

    synchronized List<Commit> commits() {
        return new ArrayList<>(commits.values());
    }

    /** How far an account's page log is committed, in bytes. */
    synchronized long committedEnd(String accountId) {
        return commits.values().stream()
                .filter(commit -> commit.accountId().equals(accountId))
                .flatMap(commit -> commit.segments().stream())
                .mapToLong(PageLog.Segment::end)
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

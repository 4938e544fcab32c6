package io.plumbline.collect;

import static java.util.Objects.requireNonNull;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run has finished, one JSON line a cell, written when the cell's rows are in the page log. A line that a kill tore in two is cut
 * off at the next start. In memory stays only which cells are done and where their rows stand ({@link JournalIndex}): a large organization has hundreds of
 * thousands of cells.
 */
final class RunJournal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final FileChannel channel;
    private final JournalIndex index = new JournalIndex();

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
        this.file = file;
        try {
            long whole = Files.exists(file) ? read(index::add) : 0;
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + file, e);
        }
    }

    /** Hands over every whole line and answers where the last one ends. */
    private long read(Consumer<Commit> reader) throws IOException {
        long start = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                reader.accept(parse(line.toByteArray(), start));
                start += line.size() + 1;
                line.reset();
            }
        }
        return start;
    }

    private Commit parse(byte[] line, long start) {
        try {
            return requireNonNull(JSON.readValue(line, Commit.class), "commit");
        } catch (JacksonException | NullPointerException e) {
            throw new BadInput(
                    "The run's journal " + file + " is damaged at byte " + start
                            + ": the run cannot be resumed. Start a new scan; finished snapshots are not affected.",
                    e);
        }
    }

    void commit(Commit commit) {
        write(commit, ByteBuffer.wrap((JSON.writeValueAsString(commit) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private synchronized void write(Commit commit, ByteBuffer line) {
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            index.add(commit);
        } catch (IOException e) {
            throw new DiskTrouble("Cannot write the run's journal: " + e.getMessage(), e);
        }
    }

    synchronized boolean done(String cell) {
        return index.done(cell);
    }

    synchronized Set<String> cells() {
        return index.cells();
    }

    /** Where the rows of a table stand, in the order of the cells' names. */
    synchronized List<JournalIndex.Placed> rows(String table) {
        return index.rows(table).stream()
                .sorted(Comparator.comparing(JournalIndex.Placed::cell))
                .toList();
    }

    /**
     * The entries of all that is finished, as a relation with the columns of a snapshot's journal. DuckDB reads this file itself: a large scan
     * has half a million of them.
     */
    String relation() {
        Set<String> ofCell = Set.of(JournalEntry.READ_AT, JournalEntry.TAKEN_FROM);
        List<Column> own = JournalEntry.COLUMNS.stream()
                .filter(column -> !ofCell.contains(column.name()))
                .toList();
        String entry = own.stream()
                .map(column -> component(column) + " " + column.type())
                .collect(Collectors.joining(", "));
        String columns = own.stream()
                .map(column -> column.name().equals("status")
                        ? "lower(entry.status) as status"
                        : "entry." + component(column) + " as " + column.quoted())
                .collect(Collectors.joining(", "));
        return "select " + columns + ", \"readAt\" as " + JournalEntry.READ_AT + ", '' as " + JournalEntry.TAKEN_FROM
                + " from (select unnest(entries) as entry, \"readAt\" from read_json(" + Sql.text(file.toString())
                + ", format = 'newline_delimited', maximum_object_size = " + TableWriter.LONGEST_ROW
                + ", columns = {entries: 'STRUCT(" + entry + ")[]', \"readAt\": 'TIMESTAMPTZ'}))";
    }

    /** The component of {@link JournalEntry} that a column holds. */
    private static String component(Column column) {
        return Pattern.compile("_(.)")
                .matcher(column.name())
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** How far an account's page log is committed, in bytes. */
    synchronized long committedEnd(String accountId) {
        return index.committedEnd(accountId);
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

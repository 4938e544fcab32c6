package io.plumbline.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a snapshot is of: written last, so a folder with a manifest is whole.
 *
 * @param format number of this layout
 * @param id the snapshot's name, also its folder's
 * @param now the snapshot's time, UTC: what every rule means by "now"
 * @param finished when the last answer was read
 * @param version the Plumbline that made it
 * @param partition the AWS partition
 * @param caller ARN of who read it
 * @param scope what was asked for, in words
 * @param accounts every account in scope, entered or not
 * @param focus for each table that was read in part, the SELECTs that named the part
 * @param tables rows, size and hash of each table's file
 * @param journal rows, size and hash of the journal
 */
public record Manifest(
        int format,
        String id,
        Instant now,
        Instant finished,
        String version,
        String partition,
        String caller,
        String scope,
        List<Account> accounts,
        Map<String, List<String>> focus,
        Map<String, TableFile> tables,
        TableFile journal) {

    /** What is written. In it a table may stand on layers, and when a row was read is known from the journal. */
    public static final int FORMAT = 2;

    /** The first layout, which is still read: one file a table, and the time in every row. */
    static final int PLAIN = 1;

    /**
     * An account in scope.
     *
     * @param entered whether its role could be assumed
     * @param status as AWS Organizations says: ACTIVE, SUSPENDED, PENDING_CLOSURE
     * @param ous names of its organizational units, from the root down
     * @param ouIds their ids, the root's first
     * @param regions the enabled regions that were read
     */
    public record Account(
            String id,
            String name,
            String status,
            boolean entered,
            List<String> ous,
            List<String> ouIds,
            List<String> regions) {}

    /**
     * A table, or the journal: a file of its own, and for a table the layers that change it.
     *
     * @param rows how many the table has, with all layers
     * @param bytes size of the lowest file
     * @param sha256 of the lowest file, lower-case hexadecimal
     * @param deltas the layers on it, the lowest first
     */
    public record TableFile(long rows, long bytes, String sha256, List<Delta> deltas) {
        public TableFile {
            // The first layout knew none.
            deltas = List.copyOf(Objects.requireNonNullElse(deltas, List.of()));
        }

        /** A table, or the journal, without layers. */
        public TableFile(long rows, long bytes, String sha256) {
            this(rows, bytes, sha256, List.of());
        }

        /** All files of a table of this name, the lowest first. */
        List<LayerFile> files(String table) {
            List<LayerFile> files = new ArrayList<>();
            files.add(new LayerFile("tables/" + table + ".parquet", bytes, sha256));
            deltas.forEach(delta -> files.add(new LayerFile(
                    "tables/" + table + "." + delta.generation() + ".parquet", delta.bytes(), delta.sha256())));
            return files;
        }

        /** Bytes of all its files. */
        public long size() {
            return bytes + deltas.stream().mapToLong(Delta::bytes).sum();
        }
    }

    /**
     * A layer of a table: which rows of those below are gone, and which are added.
     *
     * @param generation how many times the table had changed since its lowest file was written; also part of the file's name
     * @param added rows of this layer
     * @param removed rows of lower layers that this one takes away
     * @param bytes size
     * @param sha256 lower-case hexadecimal
     */
    public record Delta(int generation, long added, long removed, long bytes, String sha256) {}

    /**
     * A file of a snapshot.
     *
     * @param path below the snapshot's folder
     */
    record LayerFile(String path, long bytes, String sha256) {}

    /** Every file but the manifest itself. */
    List<LayerFile> files() {
        List<LayerFile> files = new ArrayList<>();
        files.add(new LayerFile(Snapshot.JOURNAL, journal.bytes(), journal.sha256()));
        tables.forEach((table, file) -> files.addAll(file.files(table)));
        return files;
    }

    /** The same with its files, which are known last. */
    Manifest with(Map<String, TableFile> written, TableFile writtenJournal) {
        return new Manifest(
                format, id, now, finished, version, partition, caller, scope, accounts, focus, written, writtenJournal);
    }
}

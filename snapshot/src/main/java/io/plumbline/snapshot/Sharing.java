package io.plumbline.snapshot;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets the tables of a new snapshot share files with an earlier one. A table that did not change is linked; one that changed little is
 * linked and gets a layer on top; else the new file stays. The folder is whole by itself all the same: the file system counts who
 * uses a file, and where it knows no hard links the files are copied.
 *
 * <p>On which layers a new one stands is told by its generation as by a binary counter: generation 12 (1100) stands on 8 (1000), and 13
 * (1101) on 12. So a table has few layers, and the changes of a day are written again in a few larger layers only.
 */
final class Sharing {
    /**
     * When a table is written anew.
     *
     * @param mostLayers when its layers would hold more than this share of the bytes that it has without them
     * @param leastBytes when it has fewer and did not stay as it was: to find out what changed would take longer than it saves room
     */
    record Limits(double mostLayers, long leastBytes) {
        static final Limits STANDARD = new Limits(0.6, 16 * 1024);
    }

    private final Database database;
    private final Limits limits;

    Sharing(Database database, Limits limits) {
        this.database = database;
        this.limits = limits;
    }

    /**
     * Finds the files that a table is to have.
     *
     * @param rows how many it has
     * @param folder of the new snapshot, which holds them in one file
     * @param before the table in an earlier snapshot
     */
    Manifest.TableFile share(TableSchema table, long rows, Path folder, Optional<Layers> before) throws IOException {
        Path whole = folder.resolve("tables").resolve(table.name() + ".parquet");
        Manifest.TableFile fresh = TableWriter.described(rows, whole);
        if (before.isEmpty() || !intact(before.get())) {
            return fresh;
        }
        Manifest.TableFile old = before.get().file();
        // The same rows make the same file, most of the time.
        if (fresh.equals(old)) {
            return link(table.name(), old, List.of(), rows, before.get().folder(), folder, whole);
        }
        boolean large = fresh.bytes() >= limits.leastBytes();
        // Those that were taken over from an earlier snapshot make another file.
        if (large || fresh.rows() == old.rows()) {
            TableDelta delta = new TableDelta(database, table, whole);
            try {
                Optional<Manifest.TableFile> shared = share(delta, before.get(), rows, folder, whole, large);
                if (shared.isPresent()) {
                    return shared.get();
                }
            } finally {
                delta.close();
            }
        }
        return fresh;
    }

    private Optional<Manifest.TableFile> share(
            TableDelta delta, Layers before, long rows, Path folder, Path whole, boolean layered) throws IOException {
        String table = before.table().name();
        Manifest.TableFile old = before.file();
        if (!delta.sameColumns(before.lowest())) {
            return Optional.empty();
        }
        int generation = old.deltas().isEmpty() ? 1 : old.deltas().getLast().generation() + 1;
        List<Manifest.Delta> kept = old.deltas().stream()
                .filter(layer -> layer.generation() <= (generation & (generation - 1)))
                .toList();
        if (delta.compare(before, kept.size())) {
            return Optional.of(link(table, old, old.deltas(), rows, before.folder(), folder, whole));
        }
        if (!layered || delta.size() > rows) {
            return Optional.empty();
        }
        Path layer = folder.resolve("tables").resolve(table + "." + generation + ".parquet");
        Manifest.Delta written = delta.write(generation, layer);
        long layers = kept.stream().mapToLong(Manifest.Delta::bytes).sum() + written.bytes();
        if (layers > limits.mostLayers() * TableWriter.size(whole)) {
            Files.delete(layer);
            return Optional.empty();
        }
        Manifest.TableFile linked = link(table, old, kept, rows, before.folder(), folder, whole);
        return Optional.of(new Manifest.TableFile(
                rows,
                linked.bytes(),
                linked.sha256(),
                Stream.concat(kept.stream(), Stream.of(written)).toList()));
    }

    private static Manifest.TableFile link(
            String table,
            Manifest.TableFile old,
            List<Manifest.Delta> layers,
            long rows,
            Path from,
            Path to,
            Path whole)
            throws IOException {
        Manifest.TableFile linked = new Manifest.TableFile(rows, old.bytes(), old.sha256(), layers);
        Files.delete(whole);
        for (Manifest.LayerFile file : linked.files(table)) {
            link(from.resolve(file.path()), to.resolve(file.path()));
        }
        return linked;
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // This file system has none, or no more of this file.
            Files.copy(from, to);
        }
    }

    /** A damaged file must not become a part of one more snapshot. */
    private static boolean intact(Layers before) {
        return before.file().files(before.table().name()).stream()
                .allMatch(file -> Snapshot.trouble(before.folder(), file).isEmpty());
    }
}

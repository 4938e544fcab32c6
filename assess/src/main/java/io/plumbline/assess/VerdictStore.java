package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotIds;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The verdicts of a home: {@code HOME/verdicts/SNAPSHOT-ID}. A folder appears there whole, by a rename, or not at all. */
public final class VerdictStore {
    private static final String BUILDING = ".building-";
    private static final String OLD = ".old-";

    private final Path folder;

    public VerdictStore(Path home) {
        this.folder = home.resolve("verdicts");
    }

    /** The store of the home that a snapshot is in. */
    public static VerdictStore of(Snapshot snapshot) {
        return new VerdictStore(
                snapshot.folder().toAbsolutePath().resolve("../..").normalize());
    }

    /** Ids of the snapshots that have verdicts, oldest first. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(Verdicts.HEAD)))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted(SnapshotIds.ORDER)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /**
     * Opens the verdicts on a snapshot.
     *
     * @throws BadInput if there are none, or they are damaged
     */
    public Verdicts open(String snapshot) {
        if (!ids().contains(snapshot)) {
            throw new BadInput("There are no verdicts on the snapshot '" + snapshot + "' in " + folder
                    + ": it was not judged yet, or its verdicts were deleted. Judge it to have them.");
        }
        return Verdicts.open(folder.resolve(snapshot));
    }

    /**
     * Writes an assessment that {@link Assessor} just made and whose database is still open. Verdicts that the snapshot has already give way
     * when the new ones stand.
     *
     * @return the folder, for {@link Verdicts#open(Path)}
     * @throws UncheckedIOException if it cannot be written, a full disk for example; what was there is as it was
     */
    public Path write(Assessment assessment) {
        if (!(assessment instanceof AssessmentResult result)) {
            throw new IllegalArgumentException("only an assessment that stands in a database can be written");
        }
        Path building = folder.resolve(BUILDING + result.snapshot());
        Path finished = folder.resolve(result.snapshot());
        try {
            SnapshotStore.deleteTree(building);
            Files.createDirectories(building);
            new VerdictWriter(result, building).write();
            replace(building, finished);
            return finished;
        } catch (IOException e) {
            throw unwritten(finished, e);
        } catch (DatabaseException e) {
            throw e.disk() ? unwritten(finished, new IOException(e)) : e;
        } finally {
            discard(building);
        }
    }

    /** Where the verdicts on a snapshot are written before they take their place. */
    Path building(Snapshot snapshot) {
        return folder.resolve(BUILDING + snapshot.manifest().id());
    }

    private static UncheckedIOException unwritten(Path finished, IOException why) {
        return new UncheckedIOException("Cannot write the verdicts " + finished + ": " + why.getMessage(), why);
    }

    private static void discard(Path building) {
        try {
            SnapshotStore.deleteTree(building);
        } catch (IOException e) {
            // The trouble that was the cause is being told; the next writing tidies this away.
        }
    }

    private static void replace(Path building, Path finished) throws IOException {
        Path old = finished.resolveSibling(OLD + finished.getFileName());
        if (Files.exists(finished)) {
            SnapshotStore.deleteTree(old);
            Files.move(finished, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(building, finished, StandardCopyOption.ATOMIC_MOVE);
        SnapshotStore.deleteTree(old);
    }
}

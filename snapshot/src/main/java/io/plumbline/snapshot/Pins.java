package io.plumbline.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Snapshots that a person wants to keep, whatever the policy says: each such folder holds an empty file {@code kept}. */
public final class Pins {
    private static final String FILE = "kept";

    private Pins() {}

    /** Whether somebody wants it kept. */
    public static boolean kept(Snapshot snapshot) {
        return kept(snapshot.folder());
    }

    static boolean kept(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Keeps a snapshot, or no longer. To do it twice changes nothing. */
    public static void set(Snapshot snapshot, boolean keep) {
        Path pin = snapshot.folder().resolve(FILE);
        try {
            if (!keep) {
                Files.deleteIfExists(pin);
            } else if (!Files.exists(pin)) {
                Files.createFile(pin);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + pin, e);
        }
    }

    /** A snapshot that takes the place of one that is kept is kept. */
    static void carry(Path from, Path to) throws IOException {
        if (kept(from)) {
            Files.createFile(to.resolve(FILE));
        }
    }
}

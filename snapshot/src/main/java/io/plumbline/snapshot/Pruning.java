package io.plumbline.snapshot;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a policy deletes of a home, and why the rest stays. Never deleted: of each scope the newest whole snapshot, on which "since the last
 * scan" stands; one that a person keeps ({@link Pins}); one that somebody refers to; and one that is damaged, which a person should see.
 *
 * @param deleted ids to delete, oldest first
 * @param kept ids that stay, oldest first, with the reason
 * @param freed bytes that deleting gives back: files that other snapshots share stay
 */
public record Pruning(List<String> deleted, Map<String, String> kept, long freed) {

    /**
     * Finds out; nothing is deleted.
     *
     * @param referred ids that findings or other records refer to
     */
    public static Pruning of(SnapshotStore store, Retention policy, Set<String> referred) {
        Map<String, String> reasons = new HashMap<>();
        Map<String, Map<String, Instant>> byScope = new LinkedHashMap<>();
        for (String id : store.ids().reversed()) {
            try {
                Snapshot snapshot = store.get(id);
                Manifest manifest = snapshot.manifest();
                if (!snapshot.damage(false).isEmpty()) {
                    reasons.put(id, "damaged; if it is of no use, delete its folder");
                    continue;
                }
                byScope.computeIfAbsent(manifest.partition() + ' ' + manifest.scope(), unused -> new LinkedHashMap<>())
                        .put(id, manifest.now());
                if (Pins.kept(snapshot)) {
                    reasons.put(id, "kept by hand");
                } else if (referred.contains(id)) {
                    reasons.put(id, "findings refer to it");
                }
            } catch (BadInput e) {
                reasons.put(id, "damaged; if it is of no use, delete its folder");
            }
        }
        byScope.values().forEach(scope -> {
            reasons.putIfAbsent(scope.keySet().iterator().next(), "the newest of its scope");
            policy.kept(scope).forEach(reasons::putIfAbsent);
        });
        List<String> deleted = new ArrayList<>();
        Map<String, String> kept = new LinkedHashMap<>();
        for (String id : store.ids()) {
            String why = reasons.get(id);
            if (why == null) {
                deleted.add(id);
            } else {
                kept.put(id, why);
            }
        }
        return new Pruning(deleted, kept, freed(store, deleted));
    }

    /** Deletes, oldest first. A crash leaves whole snapshots only: each loses its name before its files. */
    public void delete(SnapshotStore store) {
        try {
            store.recover();
            for (String id : deleted) {
                store.delete(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a snapshot", e);
        }
    }

    /** A file gives its bytes back if all its names go. */
    private static long freed(SnapshotStore store, List<String> ids) {
        Map<Object, Long> names = new HashMap<>();
        long freed = 0;
        for (String id : ids) {
            try (Stream<Path> files = Files.walk(store.folder(id))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Object key = key(file);
                    if (names.merge(key, 1L, Long::sum) == links(file)) {
                        freed += Files.size(file);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + store.folder(id), e);
            }
        }
        return freed;
    }

    private static Object key(Path file) throws IOException {
        return Objects.requireNonNullElse(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey(), file);
    }

    private static long links(Path file) throws IOException {
        try {
            return ((Number) Files.getAttribute(file, "unix:nlink")).longValue();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            // Here nobody counts names, and files were copied.
            return 1;
        }
    }
}

package io.plumbline.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Told how a scan goes; by many threads at once. */
public interface Progress {
    /** Who is scanning and how much there is to enter. */
    void started(String caller, int accounts);

    /** An account was entered, or could not be: then {@code trouble} says why, else it is empty. */
    void entered(String accountId, String name, String trouble);

    /** How many cells there are, and how many an earlier run had finished. */
    void planned(int accounts, int regions, long cells, long alreadyDone);

    /**
     * Cells that need not be read, since earlier scans did.
     *
     * @param planned how many of the scan's own cells
     * @param of how many cells the scan has
     * @param all how many, with those that the scan is not of
     * @param oldest when the oldest was read; empty if there is none
     * @param from ids of the snapshots that they come from
     */
    default void taken(long planned, long of, long all, Optional<Instant> oldest, List<String> from) {}

    /** A cell is finished. */
    void cellDone(String accountId, String region, String tables, long calls, int troubles);

    /** Everything is read; the tables are being written. */
    void writing();

    /** Nobody listens. */
    static Progress none() {
        return new Progress() {
            @Override
            public void started(String caller, int accounts) {}

            @Override
            public void entered(String accountId, String name, String trouble) {}

            @Override
            public void planned(int accounts, int regions, long cells, long alreadyDone) {}

            @Override
            public void cellDone(String accountId, String region, String tables, long calls, int troubles) {}

            @Override
            public void writing() {}
        };
    }
}

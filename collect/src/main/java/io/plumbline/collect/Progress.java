package io.plumbline.collect;

/** Told how a scan goes; by many threads at once. */
public interface Progress {
    /** Who is scanning and how much there is to enter. */
    void started(String caller, int accounts);

    /** An account was entered, or could not be: then {@code trouble} says why, else it is empty. */
    void entered(String accountId, String name, String trouble);

    /** How many cells there are, and how many an earlier run had finished. */
    void planned(int accounts, int regions, long cells, long alreadyDone);

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

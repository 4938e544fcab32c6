package io.plumbline.server;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a running scan stands.
 *
 * @param id the snapshot's, or a word as long as that is not known
 * @param startedBy a person, or {@code clock}
 * @param schedule the name of the schedule that it is of
 * @param run its number in the ledger, as soon as it has one
 * @param message what went wrong with the whole scan
 */
record ScanState(
        String id,
        Phase phase,
        Instant started,
        Work work,
        String startedBy,
        Optional<String> schedule,
        OptionalLong run,
        Optional<String> message) {

    /** The steps of a scan, in their order. */
    enum Phase {
        ENTERING,
        READING,
        WRITING,
        JUDGING,
        DONE,
        FAILED;

        boolean over() {
            return this == DONE || this == FAILED;
        }
    }

    /**
     * How much there is to do and how much is done.
     *
     * @param accounts those to enter
     * @param accountsDone those that were entered, or could not be
     * @param cells tables to read, over all accounts and regions
     * @param calls requests that AWS was asked
     * @param troubles operations that were refused or failed
     */
    record Work(int accounts, int accountsDone, int regions, long cells, long cellsDone, long calls, long troubles) {
        static final Work NONE = new Work(0, 0, 0, 0, 0, 0, 0);

        Work of(int allAccounts) {
            return new Work(allAccounts, accountsDone, regions, cells, cellsDone, calls, troubles);
        }

        Work accountDone(boolean trouble) {
            return new Work(accounts, accountsDone + 1, regions, cells, cellsDone, calls, troubles + (trouble ? 1 : 0));
        }

        Work planned(int allRegions, long allCells, long done) {
            return new Work(accounts, accountsDone, allRegions, allCells, done, calls, troubles);
        }

        Work cellDone(long moreCalls, int moreTroubles) {
            return new Work(
                    accounts, accountsDone, regions, cells, cellsDone + 1, calls + moreCalls, troubles + moreTroubles);
        }
    }

    static ScanState begin(Instant now, String startedBy, Optional<String> schedule) {
        return new ScanState(
                "now", Phase.ENTERING, now, Work.NONE, startedBy, schedule, OptionalLong.empty(), Optional.empty());
    }

    ScanState run(long number) {
        return new ScanState(id, phase, started, work, startedBy, schedule, OptionalLong.of(number), message);
    }

    ScanState at(Phase next) {
        return new ScanState(id, next, started, work, startedBy, schedule, run, message);
    }

    ScanState of(String snapshot) {
        return new ScanState(snapshot, phase, started, work, startedBy, schedule, run, message);
    }

    ScanState with(Work changed) {
        return new ScanState(id, phase, started, changed, startedBy, schedule, run, message);
    }

    ScanState failed(String why) {
        return new ScanState(id, Phase.FAILED, started, work, startedBy, schedule, run, Optional.of(why));
    }
}

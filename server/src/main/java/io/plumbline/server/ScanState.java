package io.plumbline.server;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a running scan stands.
 *
 * @param id the snapshot's, or a word as long as that is not known
 * @param accounts those to enter
 * @param accountsDone those that were entered, or could not be
 * @param cells tables to read, over all accounts and regions
 * @param calls requests that AWS was asked
 * @param troubles operations that were refused or failed
 * @param startedBy a person, or {@code clock}
 * @param message what went wrong with the whole scan
 */
record ScanState(
        String id,
        Phase phase,
        Instant started,
        int accounts,
        int accountsDone,
        int regions,
        long cells,
        long cellsDone,
        long calls,
        long troubles,
        String startedBy,
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

    static ScanState begin(Instant now, String startedBy) {
        return new ScanState("now", Phase.ENTERING, now, 0, 0, 0, 0, 0, 0, 0, startedBy, Optional.empty());
    }

    ScanState at(Phase next) {
        return new ScanState(
                id,
                next,
                started,
                accounts,
                accountsDone,
                regions,
                cells,
                cellsDone,
                calls,
                troubles,
                startedBy,
                message);
    }

    ScanState of(String snapshot) {
        return new ScanState(
                snapshot,
                phase,
                started,
                accounts,
                accountsDone,
                regions,
                cells,
                cellsDone,
                calls,
                troubles,
                startedBy,
                message);
    }

    ScanState failed(String why) {
        return new ScanState(
                id,
                Phase.FAILED,
                started,
                accounts,
                accountsDone,
                regions,
                cells,
                cellsDone,
                calls,
                troubles,
                startedBy,
                Optional.of(why));
    }

    ScanState withAccounts(int all) {
        return new ScanState(
                id, phase, started, all, accountsDone, regions, cells, cellsDone, calls, troubles, startedBy, message);
    }

    ScanState accountDone(boolean trouble) {
        return new ScanState(
                id,
                phase,
                started,
                accounts,
                accountsDone + 1,
                regions,
                cells,
                cellsDone,
                calls,
                troubles + (trouble ? 1 : 0),
                startedBy,
                message);
    }

    ScanState planned(int allRegions, long allCells, long done) {
        return new ScanState(
                id,
                Phase.READING,
                started,
                accounts,
                accountsDone,
                allRegions,
                allCells,
                done,
                calls,
                troubles,
                startedBy,
                message);
    }

    ScanState cellDone(long moreCalls, int moreTroubles) {
        return new ScanState(
                id,
                phase,
                started,
                accounts,
                accountsDone,
                regions,
                cells,
                cellsDone + 1,
                calls + moreCalls,
                troubles + moreTroubles,
                startedBy,
                message);
    }
}

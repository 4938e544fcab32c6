package io.plumbline.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    public static final int FORMAT = 1;

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
     * A file of the snapshot.
     *
     * @param bytes size
     * @param sha256 lower-case hexadecimal
     */
    public record TableFile(long rows, long bytes, String sha256) {}
}

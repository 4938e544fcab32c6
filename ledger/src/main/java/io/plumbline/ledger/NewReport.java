package io.plumbline.ledger;

import java.time.Instant;
import java.util.Set;

/**
 * A file that was made of an assessment.
 *
 * @param format as the API calls it
 * @param assessment the snapshot's id
 * @param moment the snapshot's time
 * @param accounts ids of those that it tells of
 * @param file its name
 * @param sha256 of the whole file, in hexadecimal
 */
public record NewReport(
        String format,
        String framework,
        String assessment,
        Instant moment,
        Set<String> accounts,
        String file,
        long bytes,
        String sha256) {
    public NewReport {
        accounts = Set.copyOf(accounts);
    }
}

package io.plumbline.assess;

import io.plumbline.model.Severity;
import io.plumbline.model.Status;
import java.time.Instant;

/**
 * One control in one account, with its counts of units (DESIGN, section 4).
 *
 * @param framework id of the framework; empty for a rule that was asked for by name and is in none of those asked for
 * @param control the framework's number for it; the rule's id where there is none
 * @param section number of the section; empty where there is none
 * @param failed FAIL without a valid exception
 * @param checked PASS and FAIL
 * @param excepted FAIL under a valid exception
 * @param affected distinct assets behind the failed units
 * @param updated the snapshot's time
 */
public record ControlResult(
        String framework,
        String control,
        String rule,
        String title,
        String section,
        String category,
        int level,
        boolean scored,
        Severity severity,
        String accountId,
        String accountName,
        Status status,
        long failed,
        long checked,
        long excepted,
        long notApplicable,
        long manual,
        long unknown,
        long affected,
        Instant updated) {}

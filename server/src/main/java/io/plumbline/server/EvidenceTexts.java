package io.plumbline.server;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Framework;

/** What an evidence pack says of itself. */
final class EvidenceTexts {
    private static final String TEXT = """
            Evidence for %s
            as of %s (snapshot %s, partition %s)

            Every verdict here follows from the rows in rows/, by the SQL in its control's folder. Nothing was left out but accounts
            that the person who asked for this file may not see; assessment.json names the accounts that are in it.

            assessment.json             what was judged
            report/                     the same as a page, a workbook and a table
            controls/N/control.json     the control: what its rule judges and why, and the counts of each account
            controls/N/rule.sql         the rule itself, over the tables in rows/
            controls/N/verdicts.jsonl   each verdict with its reason and evidence (none if nothing was judged)
            parameters.jsonl            what the rules could be told, and what was set when they judged
            rows/TABLE.jsonl            what AWS answered, one row a resource
            journal.jsonl               each part that was read: which call, when, with what outcome
            not-read.jsonl              what AWS refused or did not answer, and the permission that was missing; such verdicts are UNKNOWN
            exceptions.jsonl            accepted failures on these rules: who asked, who approved, until when, and every step since
            attestations.jsonl          answers that people gave to what no program can see
            parameter-settings.jsonl    what is set for these rules now: who set it, why, and every step before
            audit-log.json              whether the log of all decisions is unbroken, and the hash of its last line
            SHA256SUMS                  the hash of every file here; check with: sha256sum -c SHA256SUMS
            """;

    private static final String PRUNED = """

            The snapshot is no longer kept, so rows/ and journal.jsonl are missing.
            """;

    private EvidenceTexts() {}

    static String readMe(Framework framework, Assessment assessment, boolean kept) {
        return TEXT.formatted(framework.title(), assessment.now(), assessment.snapshot(), assessment.partition())
                + (kept ? "" : PRUNED);
    }
}

package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import java.util.Map;

/** Runs rules on one connection, one after the other, with all that is merged into their verdicts. */
final class RuleRun {
    private final Database connection;
    private final AssessmentRequest request;
    private final Shared shared;
    private final Gaps gaps;

    /** What all connections share. */
    record Shared(
            Accounts accounts,
            ReadRegions read,
            Views views,
            Gaps gaps,
            UnknownMerge unknown,
            AttestationMerge attestations,
            WaiverMerge waivers) {}

    RuleRun(Database connection, AssessmentRequest request, Shared shared) {
        this.connection = connection;
        this.request = request;
        this.shared = shared;
        this.gaps = shared.gaps().on(connection);
    }

    /**
     * Judges by one rule, leaving its verdicts in a table.
     *
     * @return counts by account
     * @throws BadInput if the rule cannot run or gives rows that rules must not give
     */
    Map<String, UnitCounts> judge(Rule rule, RuleMemory.Known own) {
        shared.accounts().param(connection, rule, request.settings());
        shared.views().make(connection, rule);
        VerdictTable table = new VerdictTable(connection, rule);
        table.fill(RuleCheck.normalized(own.select(), rule));
        boolean missing = gaps.find(rule, own.reads());
        if (missing) {
            gaps.keep(rule);
            shared.unknown().merge(table);
        }
        shared.unknown().otherAccounts(table, missing);
        shared.attestations().merge(table);
        shared.waivers().merge(table, own.reads().tables());
        table.select(request, shared.read(), own.reads().tables());
        return table.counts(shared.accounts());
    }
}

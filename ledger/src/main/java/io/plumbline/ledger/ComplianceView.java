package io.plumbline.ledger;

import io.plumbline.assess.Framework;
import io.plumbline.assess.Rule;
import io.plumbline.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A framework as it stands in some accounts at a moment.
 *
 * @param assessment the newest one by then
 * @param sections in the framework's order
 * @param controls in the framework's order
 */
public record ComplianceView(
        Framework framework,
        Optional<AssessmentInfo> assessment,
        Score score,
        List<Section> sections,
        List<Control> controls) {

    /** A section and all its controls together. */
    public record Section(String id, String title, Score score, Counts counts) {}

    /**
     * A control over all accounts.
     *
     * @param status UNKNOWN where no account was judged
     * @param accounts how many were judged
     * @param accountsFailing in how many it fails
     * @param updated when one of its numbers last changed
     */
    public record Control(
            Framework.Control control,
            Rule rule,
            Status status,
            Counts counts,
            long accounts,
            long accountsFailing,
            Optional<Instant> updated) {}

    /**
     * A control in an account.
     *
     * @param updated since when its numbers are these
     */
    public record Result(
            Framework.Control control,
            Rule rule,
            String accountId,
            String accountName,
            Status status,
            Counts counts,
            Instant updated) {}

    /**
     * A row of the heat map: an account's units by section, in the framework's order.
     */
    public record HeatRow(String accountId, String accountName, List<Counts> sections) {}

    /**
     * The score as an assessment left it, with all that people decided until the next one.
     *
     * @param at the snapshot's time
     */
    public record Point(Instant at, String assessment, Score score) {}

    /**
     * A change in the numbers of a rule in an account.
     *
     * @param was the status before; empty at the beginning
     */
    public record RuleChange(
            Instant at,
            String assessment,
            String accountId,
            String accountName,
            Optional<Status> was,
            Status status,
            Counts counts) {}
}

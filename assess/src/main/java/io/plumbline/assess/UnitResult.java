package io.plumbline.assess;

import io.plumbline.model.FindingId;
import io.plumbline.model.Status;
import java.util.List;
import java.util.Optional;

/**
 * One verdict: a rule on a unit.
 *
 * @param framework as in {@link ControlResult}
 * @param region the unit's region, or {@code global}
 * @param unit what was judged (DESIGN, section 4)
 * @param asset the AWS thing behind it, usually an ARN
 * @param reason one sentence for people
 * @param warnings what a person should know although it passed
 * @param evidence a JSON object
 * @param exception the one that takes this failed unit out of Failed
 * @param inheritedFrom the account that owns what this account only sees
 * @param restsOn cells of other accounts without which the verdict could be another
 */
public record UnitResult(
        String framework,
        String control,
        String rule,
        String accountId,
        String region,
        String unit,
        Optional<String> asset,
        Status status,
        String reason,
        List<String> warnings,
        String evidence,
        Optional<Waiver> exception,
        Optional<String> inheritedFrom,
        List<Cell> restsOn,
        FindingId findingId) {

    /**
     * One table in one account and region.
     *
     * @param region a region, {@code global}, or empty for every region of the account
     */
    public record Cell(String accountId, Optional<String> region, String table) {}
}

package io.plumbline.assess;

import java.util.Optional;

/**
 * A unit that a rule failed, as whoever wants it repaired knows it.
 *
 * @param asset the AWS thing behind the unit, usually an ARN
 * @param evidence a JSON object
 */
public record FailedUnit(
        String accountId, String region, String unit, Optional<String> asset, String reason, String evidence) {

    static FailedUnit of(UnitResult unit) {
        return new FailedUnit(
                unit.accountId(), unit.region(), unit.unit(), unit.asset(), unit.reason(), unit.evidence());
    }

    String literal() {
        return "(" + SqlValues.text(accountId) + ", " + SqlValues.text(region) + ", " + SqlValues.text(unit) + ", "
                + SqlValues.text(asset) + ", " + SqlValues.text(reason) + ", " + SqlValues.text(evidence) + ")";
    }
}

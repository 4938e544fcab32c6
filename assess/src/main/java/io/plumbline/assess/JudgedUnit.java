package io.plumbline.assess;

import io.plumbline.model.FindingId;
import io.plumbline.model.Status;
import java.util.List;
import java.util.Optional;

/**
 * One verdict out of a file: a rule on a unit, whatever frameworks the rule is in.
 *
 * @param asset the AWS thing behind the unit, usually an ARN
 * @param warnings what a person should know although it passed
 * @param evidence a JSON object
 * @param exception id of the one that took this failed unit out of Failed when it was judged
 * @param inheritedFrom the account that owns what this account only sees
 * @param findingId of a failed unit
 */
public record JudgedUnit(
        String rule,
        String accountId,
        String region,
        String unit,
        Optional<String> asset,
        Status status,
        String reason,
        List<String> warnings,
        String evidence,
        Optional<String> exception,
        Optional<String> inheritedFrom,
        Optional<FindingId> findingId) {}

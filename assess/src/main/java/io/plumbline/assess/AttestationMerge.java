package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts people's answers into a rule's verdicts: a MANUAL unit becomes what was answered, and a "no" also turns a PASS. It never turns a
 * FAIL, and never touches what is UNKNOWN. Of several answers for one unit the latest counts.
 */
final class AttestationMerge {
    /** The parameter by which a rule says how old an answer may be. */
    static final String MAX_AGE = "attestation_max_age_days";

    private final AssessmentRequest request;
    private final Instant now;

    AttestationMerge(AssessmentRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    /** Answers that no longer count, in words. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (Attestation attestation : request.attestations()) {
            Optional<Rule> rule = request.rules().stream()
                    .filter(one -> one.id().equals(attestation.rule()))
                    .findFirst();
            String what = "The attestation of " + attestation.rule() + " by " + attestation.by() + " for "
                    + String.join(
                            ", ",
                            Stream.concat(attestation.accounts().stream(), attestation.units().stream())
                                    .toList());
            if (!attestation.expires().isAfter(now)) {
                messages.add(what + " expired on " + day(attestation.expires()) + " and does not count.");
            } else if (rule.map(one -> tooOld(one, attestation)).orElse(false)) {
                messages.add(
                        what + " of " + attestation.at().atZone(ZoneOffset.UTC).toLocalDate()
                                + " is older than the rule's " + MAX_AGE + " and does not count.");
            }
        }
        return messages;
    }

    /** The last day on which something held that ends at this moment. */
    static String day(Instant end) {
        return end.minusMillis(1).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private boolean tooOld(Rule rule, Attestation attestation) {
        // Where places differ in it, the verdicts tell.
        return Optional.ofNullable(rule.parameters().get(MAX_AGE))
                .filter(parameter -> !request.settings().differ(rule))
                .map(parameter -> (Long) request.settings().value(rule, parameter))
                .map(days -> attestation.at().plus(Duration.ofDays(days)).isBefore(now))
                .orElse(false);
    }

    void merge(VerdictTable verdicts) {
        Rule rule = verdicts.rule();
        Database database = verdicts.database();
        List<String> rows = new ArrayList<>();
        for (Attestation one : request.attestations()) {
            if (one.rule().equals(rule.id()) && one.expires().isAfter(now)) {
                one.accounts().forEach(account -> rows.add(row(one, SqlValues.text(account), "null", rows.size())));
                one.units().forEach(unit -> rows.add(row(one, "null", SqlValues.text(unit), rows.size())));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        database.execute("create or replace temp table plumbline_answer as "
                + SqlValues.rows(
                        List.of(
                                "account_id VARCHAR",
                                "unit VARCHAR",
                                "answer VARCHAR",
                                "answered TIMESTAMPTZ",
                                "position INTEGER",
                                "reason VARCHAR",
                                "evidence VARCHAR"),
                        rows));
        String fresh = rule.parameters().containsKey(MAX_AGE)
                ? " join param p on p.account_id = v.account_id and x.answered + to_days(p." + MAX_AGE
                        + "::integer) >= p.now"
                : "";
        String pairs = Stream.of("account_id", "unit")
                .map(key -> "select v.account_id as verdict_account, v.unit as verdict_unit, x.* from "
                        + verdicts.name() + " v join plumbline_answer x on x." + key + " = v." + key + fresh
                        + " where v.status in ('MANUAL', 'PASS')")
                .reduce((one, other) -> one + " union all " + other)
                .orElseThrow();
        database.execute(
                "update " + verdicts.name() + " v set status = h.answer, reason = h.reason,"
                        + " evidence = json_merge_patch(v.evidence, h.evidence)::varchar from (select distinct on (verdict_account, verdict_unit) *"
                        + " from (" + pairs
                        + ") order by verdict_account, verdict_unit, answered desc, position desc) h"
                        + " where v.account_id = h.verdict_account and v.unit = h.verdict_unit and (v.status = 'MANUAL' or h.answer = 'FAIL')");
    }

    private static String row(Attestation one, String account, String unit, int position) {
        String status = switch (one.answer()) {
            case YES -> "PASS";
            case NO -> "FAIL";
            case NOT_APPLICABLE -> "NOT_APPLICABLE";
        };
        String answer = one.answer().name().toLowerCase(java.util.Locale.ROOT);
        String reason = one.by() + " answered " + answer.replace('_', ' ') + " on "
                + one.at().atZone(ZoneOffset.UTC).toLocalDate()
                + one.note().map(note -> ": " + note).orElse("");
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("answer", answer);
        evidence.put("by", one.by());
        evidence.put("at", one.at().toString());
        one.note().ifPresent(note -> evidence.put("note", note));
        one.evidence().ifPresent(link -> evidence.put("evidence", link));
        evidence.put("expires", one.expires().toString());
        return "(" + account + ", " + unit + ", '" + status + "', " + SqlValues.moment(one.at()) + ", " + position
                + ", "
                + SqlValues.text(reason) + ", "
                + SqlValues.text(JsonMapper.shared().writeValueAsString(Map.of("attestation", evidence))) + ")";
    }
}

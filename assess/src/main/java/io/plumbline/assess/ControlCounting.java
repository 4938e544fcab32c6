package io.plumbline.assess;

import io.plumbline.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes controls' rows out of the counts of their rules.
 *
 * @param counts by rule, then by account; what is not there counts nothing
 */
record ControlCounting(Map<String, Map<String, UnitCounts>> counts, boolean countNotApplicableAsPass, Instant now) {

    /** One row per control and ACTIVE account, in their order. */
    List<ControlResult> of(List<SelectedControl> controls, List<AssessedAccount> accounts) {
        List<ControlResult> rows = new ArrayList<>();
        for (SelectedControl selected : controls) {
            Map<String, UnitCounts> ofRule = counts.getOrDefault(selected.rule().id(), Map.of());
            accounts.stream()
                    .filter(account -> account.status().equals("ACTIVE"))
                    .map(account -> row(selected, account, ofRule.getOrDefault(account.id(), UnitCounts.NONE)))
                    .forEach(rows::add);
        }
        return rows;
    }

    private ControlResult row(SelectedControl selected, AssessedAccount account, UnitCounts of) {
        long checked = of.passed() + of.failed() + of.excepted() + (countNotApplicableAsPass ? of.notApplicable() : 0);
        Framework.Control control = selected.control();
        Rule rule = selected.rule();
        return new ControlResult(
                selected.framework(),
                control.control(),
                rule.id(),
                rule.title(),
                control.section(),
                rule.category(),
                control.level(),
                control.scored(),
                rule.severity(),
                account.id(),
                account.name(),
                Status.ofControl(of.failed(), of.unknown(), of.manual(), checked),
                of.failed(),
                checked,
                of.excepted(),
                of.notApplicable(),
                of.manual(),
                of.unknown(),
                of.affected(),
                now);
    }
}

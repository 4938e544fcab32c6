package io.plumbline.assess;

import io.plumbline.model.Status;
import java.time.Instant;

/** Makes a control's row out of the counts of its rule. */
final class ControlCounting {
    private ControlCounting() {}

    static ControlResult of(
            SelectedControl selected,
            AssessedAccount account,
            UnitCounts counts,
            boolean countNotApplicableAsPass,
            Instant now) {
        long checked = counts.passed()
                + counts.failed()
                + counts.excepted()
                + (countNotApplicableAsPass ? counts.notApplicable() : 0);
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
                Status.ofControl(counts.failed(), counts.unknown(), counts.manual(), checked),
                counts.failed(),
                checked,
                counts.excepted(),
                counts.notApplicable(),
                counts.manual(),
                counts.unknown(),
                counts.affected(),
                now);
    }
}

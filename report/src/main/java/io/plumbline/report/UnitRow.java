package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitResult;
import io.plumbline.assess.Waiver;
import java.util.List;

/**
 * A unit as a row of texts: the fields of {@code units} in JSON, then its control's title, section, category and severity, the account's
 * name and the framework. Warnings are joined by "; ", evidence is its JSON, exception is the exception's id, and what is absent is empty.
 */
final class UnitRow {
    /** What the columns are called. */
    static final List<String> NAMES = List.of(
            "control",
            "rule",
            "accountId",
            "region",
            "unit",
            "asset",
            "status",
            "reason",
            "warnings",
            "evidence",
            "exception",
            "inheritedFrom",
            "findingId",
            "title",
            "section",
            "category",
            "severity",
            "accountName",
            "framework");

    private final Controls controls;

    UnitRow(ReportInput input) {
        this.controls = new Controls(input);
    }

    List<String> of(UnitResult unit) {
        ControlResult control = controls.of(unit);
        return List.of(
                unit.control(),
                unit.rule(),
                unit.accountId(),
                unit.region(),
                unit.unit(),
                unit.asset().orElse(""),
                unit.status().name(),
                unit.reason(),
                String.join("; ", unit.warnings()),
                unit.evidence(),
                unit.exception().map(Waiver::id).orElse(""),
                unit.inheritedFrom().orElse(""),
                unit.findingId().value(),
                control.title(),
                control.section(),
                control.category(),
                control.severity().word(),
                controls.accountName(unit.accountId()),
                unit.framework());
    }
}

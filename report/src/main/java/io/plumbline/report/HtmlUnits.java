package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of one control's units that a person must look at, account by account: failed first, then those under an exception, then what
 * could not be judged, then what waits for an answer, last what holds with a warning. Of each kind and account at most {@link #SHOWN} are
 * kept until the account ends; the others are counted.
 */
final class HtmlUnits {
    static final int SHOWN = 200;

    /** Units of one kind, and how many there were. */
    private static final class Kind {
        private final List<UnitResult> shown = new ArrayList<>();
        private long count;

        void add(UnitResult unit) {
            count++;
            if (shown.size() < SHOWN) {
                shown.add(unit);
            }
        }
    }

    private final HtmlOut html;
    private Kind failed = new Kind();
    private Kind excepted = new Kind();
    private Kind unknown = new Kind();
    private Kind manual = new Kind();
    private Kind warned = new Kind();
    private boolean open;

    HtmlUnits(HtmlOut html) {
        this.html = html;
    }

    void add(UnitResult unit) {
        switch (unit.status()) {
            case FAIL -> (unit.exception().isPresent() ? excepted : failed).add(unit);
            case UNKNOWN -> unknown.add(unit);
            case MANUAL -> manual.add(unit);
            case PASS, NOT_APPLICABLE -> {
                if (!unit.warnings().isEmpty()) {
                    warned.add(unit);
                }
            }
        }
    }

    /** Writes what was added since the last account ended. */
    void endAccount(ControlResult control) {
        List<Kind> kinds = List.of(failed, excepted, unknown, manual, warned);
        if (kinds.stream().anyMatch(kind -> kind.count > 0)) {
            if (!open) {
                html.html(
                                "<h4>What to look at</h4><div class=\"wide\"><table class=\"assets\"><thead><tr><th scope=\"col\">Status</th>")
                        .html("<th scope=\"col\">Asset</th><th scope=\"col\">Region</th><th scope=\"col\">Reason</th>")
                        .html("<th scope=\"col\">Finding</th></tr></thead>\n");
                open = true;
            }
            html.html("<tbody><tr class=\"account\"><th colspan=\"5\" scope=\"rowgroup\">")
                    .account(control.accountName(), control.accountId())
                    .html("</th></tr>\n");
            kinds.forEach(this::rows);
            html.html("</tbody>\n");
        }
        failed = new Kind();
        excepted = new Kind();
        unknown = new Kind();
        manual = new Kind();
        warned = new Kind();
    }

    void end() {
        html.html(open ? "</table></div>\n" : "");
    }

    private void rows(Kind kind) {
        kind.shown.forEach(this::row);
        if (kind.count > kind.shown.size()) {
            html.html("<tr class=\"more\"><td colspan=\"5\">")
                    .number(kind.count - kind.shown.size())
                    .html(" more like these are not shown here; the CSV and JSON reports have all.</td></tr>\n");
        }
    }

    private void row(UnitResult unit) {
        html.html("<tr><td>")
                .status(unit.status())
                .html(unit.exception().isPresent() ? "<br><span class=\"quiet\">excepted</span>" : "");
        html.html("</td><td><code>").name(unit.asset().orElse(unit.unit())).html("</code>");
        if (unit.asset().isPresent() && !unit.asset().get().equals(unit.unit())) {
            html.html("<br><span class=\"quiet\">unit <code>").name(unit.unit()).html("</code></span>");
        }
        html.html("</td><td>").name(unit.region()).html("</td><td>").name(unit.reason());
        unit.warnings()
                .forEach(warning -> html.html("<br><span class=\"quiet\">Warning: ")
                        .name(warning)
                        .html("</span>"));
        unit.inheritedFrom()
                .ifPresent(owner -> html.html("<br><span class=\"quiet\">Inherited from ")
                        .name(owner)
                        .html("</span>"));
        unit.exception()
                .ifPresent(waiver -> html.html("<br><span class=\"quiet\">Exception ")
                        .name(waiver.id())
                        .html(", until ")
                        .text(ReportInput.lastDay(waiver.expires()))
                        .html(", owner ")
                        .name(waiver.owner())
                        .html("</span>"));
        html.html("</td><td><code title=\"")
                .text(unit.findingId().value())
                .html("\">")
                .text(unit.findingId()
                        .value()
                        .substring(0, Math.min(8, unit.findingId().value().length())))
                .html("</code></td></tr>\n");
    }
}

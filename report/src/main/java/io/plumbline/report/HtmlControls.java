package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Rule;
import io.plumbline.assess.UnitResult;
import io.plumbline.assess.Waiver;
import io.plumbline.model.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of the HTML report: one closed box a control, written while the units come by. */
final class HtmlControls implements Walk.Visitor {
    private final HtmlOut html;
    private final ReportInput input;
    private final List<ControlSummary> controls;
    private final Map<Waiver, Long> exceptions = new LinkedHashMap<>();
    private final Controls index;
    private HtmlUnits units;
    private int next;

    HtmlControls(HtmlOut html, ReportInput input, List<ControlSummary> controls) {
        this.html = html;
        this.input = input;
        this.controls = controls;
        this.index = new Controls(input);
        this.units = new HtmlUnits(html);
    }

    void write() {
        html.html("<section class=\"details\"><h2>Controls in detail</h2>\n");
        Walk.through(input.assessment(), this);
        html.html("</section>\n");
    }

    /** The exceptions met on the way, with how many failed units each took out of the count. */
    Map<Waiver, Long> exceptions() {
        return exceptions;
    }

    @Override
    public void begin(ControlResult control) {
        if (next < controls.size() && controls.get(next).first().equals(control)) {
            open(controls.get(next));
            next++;
            units = new HtmlUnits(html);
        }
    }

    @Override
    public void unit(UnitResult unit) {
        units.add(unit);
        if (index.first(unit)) {
            unit.exception().ifPresent(waiver -> exceptions.merge(waiver, 1L, Long::sum));
        }
    }

    @Override
    public void end(ControlResult control) {
        units.endAccount(control);
        if (controls.get(next - 1).accounts().getLast().equals(control)) {
            units.end();
            html.html("</div></details>\n");
        }
    }

    private void open(ControlSummary control) {
        ControlResult first = control.first();
        html.html("<details class=\"control\"><summary><h3>")
                .status(control.status())
                .html("<span class=\"title\">")
                .text(first.control() + "  " + first.title())
                .html("</span>")
                .severity(first.severity())
                .html("<span class=\"quiet n\">")
                .number(control.failed())
                .html(" of ")
                .number(control.checked())
                .html(" failed in ")
                .count(control.in(Status.FAIL), "account")
                .html("</span></h3></summary>\n<div class=\"body\" id=\"control-")
                .text(Integer.toString(control.number()))
                .html("\">\n");
        about(first, input.catalog().rule(first.rule()));
        accounts(control);
    }

    private void about(ControlResult control, Rule rule) {
        html.html("<div class=\"about\"><div><h4>What it means</h4><p>")
                .text(rule.meaning().strip())
                .html("</p></div><div><h4>Why it matters</h4><p>")
                .text(rule.why().strip())
                .html("</p></div></div>\n<h4>How to fix it</h4><p class=\"steps\">")
                .text(rule.fix().console().strip())
                .html("</p>\n<details class=\"code\"><summary>With the AWS CLI</summary><pre>")
                .text(rule.fix().cli().strip())
                .html("</pre></details>\n<details class=\"code\"><summary>With Terraform</summary><pre>")
                .text(rule.fix().terraform().strip())
                .html("</pre></details>\n<p class=\"quiet\">Rule <code>")
                .text(rule.id())
                .html("</code> · category: ")
                .text(rule.category())
                .html(" · judges: ")
                .text(rule.unit())
                .html(" · level ")
                .number(control.level())
                .html(control.scored() ? ", scored" : ", not scored")
                .html("</p>\n");
    }

    private void accounts(ControlSummary control) {
        html.html(
                        "<h4>Accounts</h4><div class=\"wide\"><table class=\"results\"><thead><tr><th scope=\"col\">Account</th><th scope=\"col\">Status</th>")
                .html("<th scope=\"col\" class=\"n\">Failed / checked</th><th scope=\"col\" class=\"n\">Affected</th>")
                .html("<th scope=\"col\" class=\"n\">Excepted</th><th scope=\"col\" class=\"n\">Unknown</th>")
                .html("<th scope=\"col\" class=\"n\">Manual</th><th scope=\"col\" class=\"n\">Not applicable</th>")
                .html("<th scope=\"col\" class=\"n updated\">Last updated</th></tr></thead><tbody>\n");
        for (ControlResult row : control.accounts()) {
            html.html("<tr><th scope=\"row\">")
                    .account(row.accountName(), row.accountId())
                    .html("</th><td>")
                    .status(row.status())
                    .html("</td><td class=\"n\">")
                    .number(row.failed())
                    .html(" / ")
                    .number(row.checked());
            List.of(row.affected(), row.excepted(), row.unknown(), row.manual(), row.notApplicable())
                    .forEach(number -> html.html("</td><td class=\"n\">").number(number));
            html.html("</td><td class=\"n updated\">")
                    .text(ReportInput.minute(row.updated()))
                    .html("</td></tr>\n");
        }
        html.html("</tbody></table></div>\n");
    }
}

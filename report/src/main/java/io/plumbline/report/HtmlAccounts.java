package io.plumbline.report;

import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.ControlResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Account × section: which share of the checks failed where. The deeper the colour the more, and the number stands in the cell. */
record HtmlAccounts(HtmlOut html, ReportInput input) {
    private static final int STEPS = 5;

    private record Section(String framework, String number) {
        static Section of(ControlResult control) {
            return new Section(control.framework(), control.section());
        }
    }

    void write() {
        Map<Section, String> sections = new LinkedHashMap<>();
        input.assessment()
                .controls()
                .forEach(control -> sections.putIfAbsent(Section.of(control), input.sectionTitle(control)));
        html.html(
                        "<section class=\"card\"><h2>Account × section</h2><p class=\"quiet\">Failed share of the checks</p>\n")
                .html(
                        "<div class=\"wide\"><table class=\"heat\"><caption class=\"hidden\">Failed share of the checks by account and section")
                .html("</caption><thead><tr><th scope=\"col\">Account</th><th scope=\"col\" class=\"n\">Score</th>");
        sections.forEach((section, title) -> html.html("<th scope=\"col\" class=\"c\">")
                .text((input.severalFrameworks() ? section.framework() + " " : "") + section.number() + " " + title)
                .html("</th>"));
        html.html("</tr></thead><tbody>\n");
        Map<String, List<ControlResult>> byAccount =
                input.assessment().controls().stream().collect(Collectors.groupingBy(ControlResult::accountId));
        for (AssessedAccount account : input.assessment().accounts()) {
            row(account, byAccount.getOrDefault(account.id(), List.of()), sections);
        }
        html.html("</tbody></table></div></section>\n");
    }

    private void row(AssessedAccount account, List<ControlResult> controls, Map<Section, String> sections) {
        html.html("<tr><th scope=\"row\">")
                .account(account.name(), account.id())
                .html("</th>");
        if (!account.status().equals("ACTIVE")) {
            html.html("<td class=\"n quiet\">–</td><td class=\"quiet\" colspan=\"")
                    .text(Integer.toString(Math.max(1, sections.size())))
                    .html("\">")
                    .name(account.status())
                    .html(", not judged</td></tr>\n");
            return;
        }
        html.html("<td class=\"n\">").text(Totals.of(controls).score()).html("</td>");
        if (!account.entered()) {
            html.html("<td colspan=\"")
                    .text(Integer.toString(Math.max(1, sections.size())))
                    .html("\"><span class=\"status unknown\"><svg aria-hidden=\"true\"><use href=\"#unknown\"/></svg>")
                    .html("Could not be entered: every control is Unknown</span></td></tr>\n");
            return;
        }
        sections.keySet()
                .forEach(section -> cell(controls.stream()
                        .filter(control -> Section.of(control).equals(section))
                        .toList()));
        html.html("</tr>\n");
    }

    private void cell(List<ControlResult> controls) {
        long failed = controls.stream().mapToLong(ControlResult::failed).sum();
        long checked = controls.stream().mapToLong(ControlResult::checked).sum();
        if (checked == 0) {
            html.html("<td class=\"c quiet\">–</td>");
            return;
        }
        // Rounded up to the next step, so that only nothing failed is without colour.
        html.html("<td class=\"c h")
                .text(Long.toString((failed * STEPS + checked - 1) / checked))
                .html("\">")
                .number(failed == 0 ? 0 : Math.max(1, 100 * failed / checked))
                .html(" %</td>");
    }
}

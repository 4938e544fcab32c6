package io.plumbline.report;

import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.ControlResult;
import io.plumbline.model.Status;
import java.util.List;

/** The head of the HTML report: what was judged, the score, the accounts and one line a control. */
record HtmlOverview(HtmlOut html, ReportInput input, List<ControlSummary> controls) {

    void write() {
        head();
        html.html("<main>\n<div class=\"cards\">\n");
        input.groups().forEach(this::score);
        coverage();
        html.html("</div>\n");
        if (!input.assessment().messages().isEmpty()) {
            html.html("<section class=\"card\"><h2>Messages</h2><ul>");
            input.assessment()
                    .messages()
                    .forEach(message -> html.html("<li>").name(message).html("</li>"));
            html.html("</ul></section>\n");
        }
        if (input.assessment().accounts().size() > 1) {
            new HtmlAccounts(html, input).write();
        }
        input.groups().forEach(this::rules);
    }

    private void head() {
        html.html("<header>\n<h1>Compliance report</h1>\n<p>");
        String separator = "";
        for (String framework : input.groups()) {
            html.text(separator).text(input.frameworkTitle(framework));
            separator = " · ";
        }
        html.html("</p>\n<dl class=\"facts\"><div><dt>Last updated</dt><dd>")
                .text(ReportInput.minute(input.assessment().now()))
                .html("</dd></div><div><dt>Snapshot</dt><dd>")
                .name(input.assessment().snapshot())
                .html("</dd></div><div><dt>Partition</dt><dd>")
                .name(input.assessment().partition())
                .html("</dd></div></dl>\n</header>\n");
    }

    private List<ControlResult> of(String framework) {
        return input.assessment().controls().stream()
                .filter(control -> control.framework().equals(framework))
                .toList();
    }

    private void score(String framework) {
        Totals totals = Totals.of(of(framework));
        html.html("<section class=\"card\"><h2>Score</h2><p class=\"quiet\">")
                .text(input.frameworkTitle(framework))
                .html("</p><p class=\"score\">")
                .text(totals.score())
                .html("</p>")
                .bar(totals.scoredFailed(), totals.scored())
                .html("<p class=\"quiet\">")
                .text(totals.denominators())
                .html(
                        "</p><table class=\"counts\"><caption class=\"hidden\">Results by status</caption><thead class=\"hidden\"><tr>")
                .html("<th scope=\"col\">Status</th><th scope=\"col\">Results</th></tr></thead><tbody>");
        for (Status status : Status.values()) {
            html.html("<tr><th scope=\"row\">")
                    .status(status)
                    .html("</th><td>")
                    .number(totals.of(status))
                    .html("</td></tr>");
        }
        html.html("</tbody></table></section>\n");
    }

    private void coverage() {
        List<AssessedAccount> notEntered = input.notEntered();
        Totals totals = Totals.of(input.assessment().controls());
        int gaps = GapGroup.of(input.assessment()).size();
        html.html(
                        "<section class=\"card\"><h2>Coverage</h2><table class=\"counts\"><caption class=\"hidden\">Coverage</caption><tbody>")
                .html("<tr><th scope=\"row\">Accounts judged</th><td>")
                .number(input.active().size())
                .html("</td></tr><tr><th scope=\"row\">Accounts judged but not entered</th><td>")
                .number(notEntered.size())
                .html("</td></tr><tr><th scope=\"row\">Accounts not active, listed only</th><td>")
                .number(input.inactive().size())
                .html("</td></tr><tr><th scope=\"row\">Controls</th><td>")
                .number(controls.size())
                .html("</td></tr><tr><th scope=\"row\">Failed units under an exception</th><td>")
                .number(totals.excepted())
                .html(
                        "</td></tr><tr><th scope=\"row\"><a href=\"#unread\">Causes why something was not read</a></th><td>")
                .number(gaps)
                .html("</td></tr></tbody></table>");
        if (gaps > 0 || !notEntered.isEmpty()) {
            html.html(
                            "<p class=\"note\"><svg aria-hidden=\"true\"><use href=\"#unknown\"/></svg><span>What could not be read is Unknown here, ")
                    .html("never Pass. <a href=\"#unread\">What is missing and why</a></span></p>");
        } else {
            html.html("<p class=\"quiet\">Everything that the rules need was read.</p>");
        }
        html.html("</section>\n");
    }

    private void rules(String framework) {
        List<ControlSummary> rows = controls.stream()
                .filter(control -> control.first().framework().equals(framework))
                .toList();
        // A benchmark whose sections are its categories says each once.
        boolean categories =
                rows.stream().anyMatch(row -> !row.first().category().equals(input.sectionTitle(row.first())));
        html.html("<section class=\"card\"><h2>Rules <span class=\"quiet\">")
                .count(rows.size(), "control")
                .html(" × ")
                .count(input.active().size(), "account")
                .html("</span></h2><p class=\"quiet\">")
                .text(input.frameworkTitle(framework))
                .html(
                        "</p>\n<table class=\"rules\"><caption class=\"hidden\">Every control over all accounts</caption>\n<thead><tr>")
                .html("<th scope=\"col\">Control</th><th scope=\"col\">Rule</th>")
                .html(categories ? "<th scope=\"col\" class=\"category\">Category</th>" : "")
                .html("<th scope=\"col\">Severity</th><th scope=\"col\">Status</th>")
                .html(
                        "<th scope=\"col\" class=\"n\">Accounts failing</th><th scope=\"col\" class=\"n\">Failed / checked</th>")
                .html("<th scope=\"col\" class=\"share\"><span class=\"hidden\">Share that passed</span></th>")
                .html("<th scope=\"col\" class=\"n\">Affected</th></tr></thead>\n");
        String section = "";
        boolean open = false;
        for (ControlSummary row : rows) {
            if (!open || !row.first().section().equals(section)) {
                section = row.first().section();
                html.html(open ? "</tbody>\n<tbody>" : "<tbody>")
                        .html("<tr class=\"section\"><th scope=\"rowgroup\">")
                        .text(section)
                        .html(
                                categories
                                        ? "</th><th colspan=\"8\" scope=\"rowgroup\">"
                                        : "</th><th colspan=\"7\" scope=\"rowgroup\">")
                        .text(input.sectionTitle(row.first()))
                        .html("</th></tr>\n");
                open = true;
            }
            rule(row, categories);
        }
        html.html(open ? "</tbody></table></section>\n" : "</table></section>\n");
    }

    private void rule(ControlSummary row, boolean categories) {
        html.html("<tr><td>")
                .text(row.first().control())
                .html("</td><th scope=\"row\"><a href=\"#control-")
                .text(Integer.toString(row.number()))
                .html("\">")
                .text(row.first().title())
                .html("</a></th>");
        if (categories) {
            html.html("<td class=\"quiet category\">")
                    .text(row.first().category())
                    .html("</td>");
        }
        html.html("<td>")
                .severity(row.first().severity())
                .html("</td><td>")
                .status(row.status())
                .html("</td><td class=\"n\">")
                .number(row.in(Status.FAIL))
                .html(" of ")
                .number(row.accounts().size())
                .html("</td><td class=\"n\">")
                .number(row.failed())
                .html(" / ")
                .number(row.checked())
                .html("</td><td class=\"share\">")
                .bar(row.failed(), row.checked())
                .html("</td><td class=\"n\">")
                .number(row.affected())
                .html("</td></tr>\n");
    }
}

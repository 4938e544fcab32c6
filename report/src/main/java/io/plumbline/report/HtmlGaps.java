package io.plumbline.report;

import io.plumbline.assess.AssessedAccount;
import java.util.List;

/** The part of the HTML report about what nobody could read. */
record HtmlGaps(HtmlOut html, ReportInput input) {

    void write() {
        List<GapGroup> groups = GapGroup.of(input.assessment());
        html.html("<section class=\"card\" id=\"unread\"><h2>Could not be read</h2>\n");
        if (groups.isEmpty()) {
            html.html("<p>Nothing: every cell that the rules need was read.</p>\n");
        } else {
            html.html("<p class=\"quiet\">What a rule needs and could not be read leaves its units Unknown. ")
                    .html(
                            "Grant the action, or scan again, and assess anew.</p>\n<div class=\"wide\"><table><thead><tr>")
                    .html(
                            "<th scope=\"col\">Account</th><th scope=\"col\">Region</th><th scope=\"col\">Missing action</th>")
                    .html("<th scope=\"col\">Code</th><th scope=\"col\">What AWS said</th>")
                    .html("<th scope=\"col\" class=\"n\">Rules Unknown for it</th></tr></thead><tbody>\n");
            groups.forEach(this::row);
            html.html("</tbody></table></div>\n");
        }
        listed("Not entered: every control is Unknown there.", input.notEntered());
        listed("Not active: listed only, nothing is judged there.", input.inactive());
        html.html("</section>\n");
    }

    private void row(GapGroup group) {
        html.html("<tr><th scope=\"row\">")
                .account(group.accountName(), group.accountId())
                .html("</th><td>");
        if (group.regions().size() <= 4) {
            html.name(group.place());
        } else {
            html.html("<details class=\"inline\"><summary>")
                    .count(group.regions().size(), "region")
                    .html("</summary>")
                    .name(String.join(", ", group.regions()))
                    .html("</details>");
        }
        html.html("</td><td><code>")
                .name(group.action())
                .html("</code></td><td><code>")
                .name(group.code())
                .html("</code></td><td>")
                .name(group.message())
                .html("</td><td class=\"n\"><details class=\"inline\"><summary>")
                .number(group.unknownRules())
                .html(" of ")
                .number(group.rules().size())
                .html("</summary>")
                .name(String.join(", ", group.rules()))
                .html("</details></td></tr>\n");
    }

    private void listed(String what, List<AssessedAccount> accounts) {
        if (!accounts.isEmpty()) {
            html.html("<p>").text(what).html("</p><ul>");
            accounts.forEach(account -> html.html("<li>")
                    .account(account.name(), account.id())
                    .text(account.status().equals("ACTIVE") ? "" : ", " + account.status())
                    .html("</li>"));
            html.html("</ul>\n");
        }
    }
}

package io.plumbline.report;

import io.plumbline.assess.Waiver;
import java.util.Map;

/** The part of the HTML report about exceptions: who answers for them, how long they hold, and what they hide. */
record HtmlExceptions(HtmlOut html, Map<Waiver, Long> exceptions) {

    void write() {
        if (exceptions.isEmpty()) {
            return;
        }
        html.html(
                        "<section class=\"card\"><h2>Exceptions</h2>\n<p class=\"quiet\">Failed units that somebody approved. They stay Fail, but are ")
                .html(
                        "not in Failed.</p>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">Exception</th><th scope=\"col\">Reason</th>")
                .html("<th scope=\"col\">Owner</th><th scope=\"col\">Approved by</th><th scope=\"col\">Last day</th>")
                .html("<th scope=\"col\" class=\"n\">Hides</th></tr></thead><tbody>\n");
        exceptions.forEach((waiver, hidden) -> html.html("<tr><th scope=\"row\">")
                .name(waiver.id())
                .html("</th><td>")
                .name(waiver.reason())
                .html("</td><td>")
                .name(waiver.owner())
                .html("</td><td>")
                .name(waiver.approver())
                .html("</td><td>")
                .text(ReportInput.lastDay(waiver.expires()))
                .html("</td><td class=\"n\">")
                .count(hidden, "unit")
                .html("</td></tr>\n"));
        html.html("</tbody></table></div></section>\n");
    }
}

package io.plumbline.report;

import com.google.auto.service.AutoService;
import java.io.OutputStream;
import java.util.List;

/**
 * One file for people, without scripts, fonts or anything else from elsewhere: it can be mailed, archived and printed. First the state of
 * things, then each control with what it means, why, how to mend it and what failed, then what could not be read. At most
 * {@value HtmlUnits#SHOWN} failed units of a control and account are in it; the CSV and JSON reports have all.
 */
@AutoService(Format.class)
public final class HtmlFormat implements Format {
    @Override
    public String id() {
        return "html";
    }

    @Override
    public String fileName() {
        return "plumbline.html";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        Streams.write(out, writer -> {
            HtmlOut html = new HtmlOut(writer);
            List<ControlSummary> controls = ControlSummary.of(input.assessment().controls());
            html.html("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                    .html("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                    .html("<meta name=\"color-scheme\" content=\"light dark\">\n")
                    .html(
                            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                    .html("<title>Compliance report, ")
                    .text(ReportInput.minute(input.assessment().now()))
                    .html("</title>\n<style>\n")
                    .resource("report.css")
                    .html("</style>\n</head>\n<body>\n")
                    .resource("report.svg");
            new HtmlOverview(html, input, controls).write();
            HtmlControls details = new HtmlControls(html, input, controls);
            details.write();
            new HtmlGaps(html, input).write();
            new HtmlExceptions(html, details.exceptions()).write();
            html.html("</main>\n<footer>Written by Plumbline ")
                    .text(input.version())
                    .html(" from snapshot ")
                    .name(input.assessment().snapshot())
                    .html(". Times are UTC.</footer>\n</body>\n</html>\n");
        });
    }
}

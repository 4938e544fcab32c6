package io.plumbline.report;

import com.google.auto.service.AutoService;
import io.plumbline.assess.UnitResult;
import io.plumbline.model.Severity;
import io.plumbline.model.Status;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * SARIF 2.1.0 (OASIS, with errata 01): every rule that was run, and every failed unit as a result; one under an exception is suppressed.
 * What could not be read are notifications of the run, never results.
 *
 * <p>There are no files here, so a result is at a logical location, the asset. GitHub's code scanning refuses a whole document over one
 * result without a physical location, so each also has a path of its own that no repository holds:
 * {@code aws/ACCOUNT/REGION/UNIT}. Its fingerprint is the finding id, under our own name and under the one name that GitHub reads.
 */
@AutoService(Format.class)
public final class SarifFormat implements Format {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "plumbline.sarif";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        Controls controls = new Controls(input);
        List<String> rules = controls.rules();
        Streams.write(out, writer -> {
            JsonOut.document(
                    writer,
                    json -> json.text("$schema", SCHEMA)
                            .text("version", "2.1.0")
                            .list(
                                    "runs",
                                    runs -> runs.object(run -> {
                                        SarifRules.write(run, input, controls);
                                        invocation(run, input);
                                        run.text("columnKind", "utf16CodeUnits");
                                        run.list(
                                                "results",
                                                results -> input.assessment().units(unit -> {
                                                    if (unit.status() == Status.FAIL && controls.first(unit)) {
                                                        results.row(result -> result(result, controls, rules, unit));
                                                    }
                                                }));
                                    })));
            writer.append('\n');
        });
    }

    private static void invocation(JsonOut run, ReportInput input) {
        run.object(
                "automationDetails",
                details -> details.text(
                        "id",
                        "plumbline/" + String.join("+", input.assessment().frameworks()) + "/"
                                + input.assessment().snapshot()));
        run.list(
                "invocations",
                list -> list.object(invocation -> invocation
                        .flag("executionSuccessful", true)
                        .moment("endTimeUtc", input.assessment().now())
                        .list(
                                "toolExecutionNotifications",
                                notifications -> GapGroup.of(input.assessment())
                                        .forEach(gap -> notifications.row(notification -> notification
                                                .text("level", "warning")
                                                .object(
                                                        "message",
                                                        message -> message.text(
                                                                "text",
                                                                literal("Could not be read: "
                                                                        + gap.account() + ", "
                                                                        + gap.place() + ": " + gap.action() + " "
                                                                        + gap.code() + ", " + gap.effect()))))))));
    }

    private static void result(JsonOut result, Controls controls, List<String> rules, UnitResult unit) {
        result.text("ruleId", unit.rule())
                .number("ruleIndex", rules.indexOf(unit.rule()))
                .text("kind", "fail")
                .text("level", level(controls.of(unit).severity()))
                .object(
                        "message",
                        message -> message.text(
                                "text",
                                literal(unit.asset().orElse(unit.unit()) + " in "
                                        + ReportInput.accountLabel(
                                                controls.accountName(unit.accountId()), unit.accountId())
                                        + ": " + unit.reason())))
                .list(
                        "locations",
                        list -> list.object(location -> location.object(
                                        "physicalLocation",
                                        physical -> physical.object(
                                                        "artifactLocation",
                                                        artifact -> artifact.text("uri", path(unit)))
                                                .object("region", region -> region.number("startLine", 1)))
                                .list(
                                        "logicalLocations",
                                        logical -> logical.object(asset -> asset.text(
                                                        "name",
                                                        unit.unit()
                                                                .substring(unit.unit()
                                                                                .lastIndexOf('/')
                                                                        + 1))
                                                .text(
                                                        "fullyQualifiedName",
                                                        unit.asset().orElse(unit.unit()))
                                                .text("kind", "resource")))))
                .object(
                        "partialFingerprints",
                        prints -> prints.text(
                                        "plumblineFindingId/v1",
                                        unit.findingId().value())
                                .text(
                                        "primaryLocationLineHash",
                                        unit.findingId().value() + ":1"))
                .list(
                        "suppressions",
                        list -> unit.exception()
                                .ifPresent(waiver -> list.object(suppression -> suppression
                                        .text("kind", "external")
                                        .text("status", "accepted")
                                        .text("justification", waiver.reason())
                                        .object("properties", properties -> JsonFormat.exception(properties, waiver)))))
                .object(
                        "properties",
                        properties -> properties
                                .text("accountId", unit.accountId())
                                .text("accountName", controls.accountName(unit.accountId()))
                                .text("region", unit.region())
                                .text("unit", unit.unit())
                                .text("asset", unit.asset())
                                .texts("warnings", unit.warnings())
                                .json("evidence", unit.evidence()));
    }

    private static String path(UnitResult unit) {
        return "aws/" + unit.accountId() + "/" + encoded(unit.region()) + "/" + encoded(unit.unit());
    }

    /** A segment of a URI's path (RFC 3986): a colon may stay, so that an ARN can still be read. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFORMATIONAL -> "note";
        };
    }

    /**
     * A text as a SARIF message that says just that: a number in braces is a placeholder (section 3.11.5) unless the braces are doubled,
     * and brackets before a parenthesis are a link (3.11.6) unless escaped.
     */
    static String literal(String text) {
        return text.replaceAll("\\{(\\d+)}", "{{$1}}").replaceAll("\\[([^\\[\\]]*)](?=\\()", "\\\\[$1\\\\]");
    }
}

package io.plumbline.report;

import com.google.auto.service.AutoService;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Rule;
import io.plumbline.assess.UnitResult;
import io.plumbline.model.Severity;
import io.plumbline.model.Status;
import java.io.OutputStream;
import java.util.List;

/**
 * Open Cybersecurity Schema Framework 1.5.0, class Compliance Finding (2003) with the profile Cloud: one event a unit, every status, as
 * JSON Lines. A line is what log shippers, Athena and DuckDB read, and what a converter to Security Lake's Parquet takes row by row.
 *
 * <p>{@code compliance.status_id} is the verdict: PASS 1, FAIL 3, UNKNOWN and MANUAL 2 ("missing information"), NOT_APPLICABLE 99, with our
 * own word in {@code status_code}. {@code status_id} is where the finding stands: a FAIL is New, under an exception Suppressed; what holds
 * is Resolved. What has no place in the schema is in {@code unmapped}. A unit of several controls is one event that names them all.
 */
@AutoService(Format.class)
public final class OcsfFormat implements Format {
    private static final int COMPLIANCE_FINDING = 2003;
    private static final int CREATE = 1;
    private static final int AWS_ACCOUNT = 10;
    private static final int RULE = 1;

    private record Coded(int id, String caption) {}

    @Override
    public String id() {
        return "ocsf";
    }

    @Override
    public String fileName() {
        return "plumbline.ocsf.jsonl";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        Controls controls = new Controls(input);
        Streams.write(
                out,
                writer -> input.assessment().units(unit -> {
                    if (controls.first(unit)) {
                        Streams.append(writer, JsonOut.line(event -> event(event, input, controls, unit)));
                        Streams.append(writer, "\n");
                    }
                }));
    }

    private static void event(JsonOut event, ReportInput input, Controls controls, UnitResult unit) {
        Rule rule = input.catalog().rule(unit.rule());
        ControlResult control = controls.of(unit);
        Coded severity = severity(unit.status(), control.severity());
        Coded status = status(unit);
        long now = input.assessment().now().toEpochMilli();
        event.number("activity_id", CREATE)
                .text("activity_name", "Create")
                .number("category_uid", 2)
                .text("category_name", "Findings")
                .number("class_uid", COMPLIANCE_FINDING)
                .text("class_name", "Compliance Finding")
                .number("type_uid", COMPLIANCE_FINDING * 100L + CREATE)
                .text("type_name", "Compliance Finding: Create")
                .number("time", now)
                .text("message", unit.reason())
                .number("severity_id", severity.id())
                .text("severity", severity.caption())
                .number("status_id", status.id())
                .text("status", status.caption())
                .text("status_code", unit.status().name());
        event.object(
                "metadata",
                metadata -> metadata.text("version", "1.5.0")
                        .texts("profiles", List.of("cloud"))
                        .text("event_code", unit.rule())
                        .text("uid", input.assessment().snapshot() + "/" + unit.accountId() + "/" + unit.findingId())
                        .object(
                                "product",
                                product -> product.text("name", "Plumbline")
                                        .text("vendor_name", "Plumbline")
                                        .text("version", input.version())));
        event.object(
                "finding_info",
                info -> info.text("uid", unit.findingId().value())
                        .text("title", rule.title())
                        .text("desc", rule.meaning())
                        .texts("types", List.of(rule.category()))
                        .number("last_seen_time", now)
                        .object(
                                "analytic",
                                analytic -> analytic.text("uid", rule.id())
                                        .text("name", rule.title())
                                        .number("type_id", RULE)
                                        .text("type", "Rule")));
        event.object("compliance", compliance -> compliance(compliance, input, controls.ofRule(unit.rule()), unit));
        event.object(
                "remediation",
                remediation -> remediation.text("desc", rule.fix().console()).texts("references", rule.references()));
        event.object(
                "cloud",
                cloud -> cloud.text("provider", "AWS")
                        .text("cloud_partition", input.assessment().partition())
                        .text("region", unit.region())
                        .object(
                                "account",
                                account -> account.text("uid", unit.accountId())
                                        .text("name", controls.accountName(unit.accountId()))
                                        .number("type_id", AWS_ACCOUNT)
                                        .text("type", "AWS Account")));
        ResourceKind kind = ResourceKind.of(unit);
        event.list(
                "resources",
                resources -> resources.object(resource -> resource.text("uid", kind.id())
                        .text("type", kind.type())
                        .text("region", unit.region())
                        .text("cloud_partition", input.assessment().partition())));
        event.object("unmapped", unmapped -> unmapped(unmapped, input, unit));
    }

    private static void compliance(
            JsonOut compliance, ReportInput input, List<ControlResult> controls, UnitResult unit) {
        Coded verdict = verdict(unit.status());
        List<ControlResult> inFrameworks = controls.stream()
                .filter(control -> !control.framework().isEmpty())
                .toList();
        compliance
                .text("control", controls.getFirst().control())
                .text("category", controls.getFirst().category())
                .texts(
                        "requirements",
                        inFrameworks.stream()
                                .map(control -> control.framework() + " " + control.control())
                                .toList())
                .texts(
                        "standards",
                        inFrameworks.stream()
                                .map(control -> input.frameworkTitle(control.framework()))
                                .distinct()
                                .toList())
                .number("status_id", verdict.id())
                .text("status", verdict.caption())
                .text("status_code", unit.status().name())
                .texts("status_details", List.of(unit.reason()))
                .list(
                        "checks",
                        checks -> inFrameworks.forEach(control -> checks.object(check -> check.text(
                                        "uid", control.control())
                                .text("name", control.title())
                                .texts("standards", List.of(input.frameworkTitle(control.framework())))
                                .text(
                                        "severity",
                                        "Level " + control.level() + (control.scored() ? "/Scored" : "/Not Scored"))
                                .number("status_id", verdict.id())
                                .text("status", verdict.caption()))));
    }

    private static void unmapped(JsonOut unmapped, ReportInput input, UnitResult unit) {
        unmapped.text("snapshot", input.assessment().snapshot())
                .text("unit", unit.unit())
                .text("asset", unit.asset())
                .json("evidence", unit.evidence())
                .texts("warnings", unit.warnings());
        unit.exception()
                .ifPresent(
                        waiver -> unmapped.object("exception", exception -> JsonFormat.exception(exception, waiver)));
        unit.inheritedFrom().ifPresent(owner -> unmapped.text("inherited_from", owner));
    }

    private static Coded verdict(Status status) {
        return switch (status) {
            case PASS -> new Coded(1, "Pass");
            case FAIL -> new Coded(3, "Fail");
            case UNKNOWN, MANUAL -> new Coded(2, "Warning");
            case NOT_APPLICABLE -> new Coded(99, "Not Applicable");
        };
    }

    private static Coded status(UnitResult unit) {
        return switch (unit.status()) {
            case FAIL -> unit.exception().isPresent() ? new Coded(3, "Suppressed") : new Coded(1, "New");
            case MANUAL -> new Coded(1, "New");
            case UNKNOWN -> new Coded(0, "Unknown");
            case PASS, NOT_APPLICABLE -> new Coded(4, "Resolved");
        };
    }

    /** What holds, or does not apply, is no cause for alarm however severe its rule is. */
    private static Coded severity(Status status, Severity severity) {
        if (status == Status.PASS || status == Status.NOT_APPLICABLE) {
            return new Coded(1, "Informational");
        }
        return switch (severity) {
            case INFORMATIONAL -> new Coded(1, "Informational");
            case LOW -> new Coded(2, "Low");
            case MEDIUM -> new Coded(3, "Medium");
            case HIGH -> new Coded(4, "High");
            case CRITICAL -> new Coded(5, "Critical");
        };
    }
}

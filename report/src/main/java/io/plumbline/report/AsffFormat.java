package io.plumbline.report;

import com.google.auto.service.AutoService;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Rule;
import io.plumbline.assess.UnitResult;
import io.plumbline.assess.Waiver;
import io.plumbline.model.Partition;
import io.plumbline.model.Status;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS Security Finding Format 2018-10-08: {@code {"Findings": […]}}, one finding a unit, of every status, so that what was mended is
 * closed in Security Hub too. {@code BatchImportFindings} takes 100 findings of the caller's own account and region a call: whoever sends
 * them splits the list by {@code ProductArn} and then by hundreds.
 *
 * <p>{@code Compliance.Status}: PASS is PASSED, FAIL is FAILED, MANUAL is WARNING (information is missing), UNKNOWN is NOT_AVAILABLE (the
 * check could not be performed), NOT_APPLICABLE is NOT_AVAILABLE in an ARCHIVED record; {@code StatusReasons} has our own word. A failed
 * unit under an exception is SUPPRESSED with the exception as its note. Lengths are those of the API reference (AwsSecurityFinding).
 */
@AutoService(Format.class)
public final class AsffFormat implements Format {
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 1024;
    private static final int RECOMMENDATION = 512;
    private static final int FIELD = 2048;
    private static final int IDENTIFIER = 512;
    private static final Map<String, String> PARTITIONS = Map.of(
            "aws",
            "aws",
            "aws-cn",
            "aws-cn",
            "aws-us-gov",
            "aws-us-gov",
            "aws-iso",
            "aws-us-iso",
            "aws-iso-b",
            "aws-us-iso-b");
    private static final List<String> TYPE =
            List.of("Software and Configuration Checks/Industry and Regulatory Standards");

    @Override
    public String id() {
        return "asff";
    }

    @Override
    public String fileName() {
        return "plumbline.asff.json";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        Controls controls = new Controls(input);
        Streams.write(out, writer -> {
            JsonOut.document(
                    writer,
                    json -> json.list(
                            "Findings",
                            list -> input.assessment().units(unit -> {
                                if (controls.first(unit)) {
                                    list.row(finding -> finding(finding, input, controls, unit));
                                }
                            })));
            writer.append('\n');
        });
    }

    private static void finding(JsonOut finding, ReportInput input, Controls controls, UnitResult unit) {
        Rule rule = input.catalog().rule(unit.rule());
        Partition partition = new Partition(input.assessment().partition());
        String region = unit.region().equals("global") ? partition.homeRegion() : unit.region();
        String product = "product/" + unit.accountId() + "/default";
        String severity = severity(unit, controls.of(unit));
        finding.text("SchemaVersion", "2018-10-08")
                .text("Id", "plumbline/" + unit.findingId())
                .text(
                        "ProductArn",
                        partition
                                .arn("securityhub", region, unit.accountId(), product)
                                .toString())
                .text("GeneratorId", "plumbline/" + unit.rule())
                .text("AwsAccountId", unit.accountId())
                .text("AwsAccountName", shortened(controls.accountName(unit.accountId()), 50))
                .text("Region", region)
                .texts("Types", TYPE)
                .moment("CreatedAt", input.assessment().now())
                .moment("UpdatedAt", input.assessment().now())
                .moment("LastObservedAt", input.assessment().now())
                .object("Severity", object -> object.text("Label", severity).text("Original", severity))
                .object(
                        "FindingProviderFields",
                        fields -> fields.object(
                                        "Severity",
                                        object -> object.text("Label", severity).text("Original", severity))
                                .texts("Types", TYPE))
                .text("Title", shortened(rule.title(), TITLE))
                .text("Description", shortened(unit.reason() + "\n\n" + rule.meaning(), DESCRIPTION))
                .object(
                        "Remediation",
                        remediation -> remediation.object(
                                "Recommendation",
                                text -> text.text("Text", shortened(rule.fix().console(), RECOMMENDATION))))
                .object("ProductFields", fields -> productFields(fields, input, controls, unit))
                .list("Resources", list -> list.object(resource -> resource(resource, partition, unit)))
                .object("Compliance", compliance -> compliance(compliance, controls, unit))
                .object("Workflow", workflow -> workflow.text("Status", workflow(unit)))
                .text("RecordState", unit.status() == Status.NOT_APPLICABLE ? "ARCHIVED" : "ACTIVE");
        unit.exception().ifPresent(waiver -> finding.object("Note", note -> note(note, input, waiver)));
    }

    private static void resource(JsonOut resource, Partition partition, UnitResult unit) {
        ResourceKind kind = ResourceKind.of(unit);
        resource.text("Type", kind.type()).text("Id", shortened(kind.id(), IDENTIFIER));
        Optional.ofNullable(PARTITIONS.get(partition.id())).ifPresent(known -> resource.text("Partition", known));
        if (!unit.region().equals("global")) {
            resource.text("Region", unit.region());
        }
    }

    private static void compliance(JsonOut compliance, Controls controls, UnitResult unit) {
        List<ControlResult> inFrameworks = controls.ofRule(unit.rule()).stream()
                .filter(control -> !control.framework().isEmpty())
                .toList();
        compliance
                .text("Status", status(unit.status()))
                .texts(
                        "RelatedRequirements",
                        inFrameworks.stream()
                                .map(control -> shortened(control.framework() + "/" + control.control(), 64))
                                .distinct()
                                .limit(32)
                                .toList())
                .list(
                        "StatusReasons",
                        reasons -> reasons.object(reason -> reason.text("ReasonCode", "PLUMBLINE_" + unit.status())
                                .text("Description", shortened(unit.reason(), FIELD))));
    }

    /** At most 50 fields, none of them blank. */
    private static void productFields(JsonOut fields, ReportInput input, Controls controls, UnitResult unit) {
        field(fields, "plumbline/Version", input.version());
        field(fields, "plumbline/Snapshot", input.assessment().snapshot());
        field(fields, "plumbline/FindingId", unit.findingId().value());
        field(fields, "plumbline/Rule", unit.rule());
        field(fields, "plumbline/Control", controls.of(unit).control());
        field(fields, "plumbline/Category", controls.of(unit).category());
        field(fields, "plumbline/Unit", unit.unit());
        field(fields, "plumbline/Region", unit.region());
        field(fields, "plumbline/Warnings", String.join("; ", unit.warnings()));
        field(fields, "plumbline/InheritedFrom", unit.inheritedFrom().orElse(""));
        field(fields, "plumbline/Exception", unit.exception().map(Waiver::id).orElse(""));
        if (unit.evidence().length() <= FIELD) {
            field(fields, "plumbline/Evidence", unit.evidence());
        }
    }

    private static void field(JsonOut fields, String name, String value) {
        if (!value.isBlank()) {
            fields.text(name, shortened(value, FIELD));
        }
    }

    private static void note(JsonOut note, ReportInput input, Waiver waiver) {
        note.text(
                        "Text",
                        shortened(
                                "Exception " + waiver.id() + " until " + ReportInput.lastDay(waiver.expires())
                                        + ", approved by " + waiver.approver() + ": " + waiver.reason(),
                                IDENTIFIER))
                .text("UpdatedBy", shortened(waiver.owner(), IDENTIFIER))
                .moment("UpdatedAt", input.assessment().now());
    }

    private static String status(Status status) {
        return switch (status) {
            case PASS -> "PASSED";
            case FAIL -> "FAILED";
            case MANUAL -> "WARNING";
            case UNKNOWN, NOT_APPLICABLE -> "NOT_AVAILABLE";
        };
    }

    private static String workflow(UnitResult unit) {
        return switch (unit.status()) {
            case FAIL -> unit.exception().isPresent() ? "SUPPRESSED" : "NEW";
            case UNKNOWN, MANUAL -> "NEW";
            case PASS, NOT_APPLICABLE -> "RESOLVED";
        };
    }

    /** Security Hub's word for "no issue was found" is INFORMATIONAL. */
    private static String severity(UnitResult unit, ControlResult control) {
        return switch (unit.status()) {
            case PASS, NOT_APPLICABLE -> "INFORMATIONAL";
            case FAIL, UNKNOWN, MANUAL -> control.severity().name();
        };
    }

    /** At most so many UTF-16 units, and never half a character or nothing at all. */
    static String shortened(String text, int most) {
        if (text.isBlank()) {
            return "-";
        }
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}

package io.plumbline.notify;

import io.plumbline.model.Partition;
import io.plumbline.report.ResourceKind;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.ComplianceStatus;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.Resource;
import software.amazon.awssdk.services.securityhub.model.SeverityLabel;
import software.amazon.awssdk.services.securityhub.model.WorkflowStatus;

/**
 * A finding in the AWS Security Finding Format, by the ids of {@link io.plumbline.report.AsffFormat}. One that is resolved has passed:
 * Security Hub's word for its severity is then INFORMATIONAL.
 */
final class Asff {
    private static final String TYPE = "Software and Configuration Checks/Industry and Regulatory Standards";

    private Asff() {}

    static AwsSecurityFinding of(Item item, String region, Instant now) {
        boolean fails = item.turn().open();
        SeverityLabel severity = fails ? SeverityLabel.fromValue(item.severity().name()) : SeverityLabel.INFORMATIONAL;
        return AwsSecurityFinding.builder()
                .schemaVersion("2018-10-08")
                .id("plumbline/" + item.id())
                .productArn(new Partition(item.partition())
                        .arn("securityhub", region, item.accountId(), "product/" + item.accountId() + "/default")
                        .toString())
                .generatorId("plumbline/" + item.rule())
                .awsAccountId(item.accountId())
                .types(TYPE)
                .createdAt(item.firstSeen().toString())
                .updatedAt(now.toString())
                .lastObservedAt(item.lastSeen().toString())
                .severity(label -> label.label(severity).original(severity.toString()))
                .title(Texts.shortened(item.title(), 256))
                .description(Texts.shortened(item.reason() + "\n\n" + item.meaning(), 1_024))
                .remediation(how -> how.recommendation(text -> text.text(Texts.shortened(item.fix(), 512))))
                .productFields(Map.of(
                        "plumbline/FindingId", item.id(), "plumbline/Rule", item.rule(), "plumbline/Unit", unit(item)))
                .resources(resource(item))
                .compliance(compliance -> compliance.status(fails ? ComplianceStatus.FAILED : ComplianceStatus.PASSED))
                .workflow(workflow -> workflow.status(fails ? WorkflowStatus.NEW : WorkflowStatus.RESOLVED))
                .recordState(RecordState.ACTIVE)
                .build();
    }

    private static String unit(Item item) {
        return Texts.shortened(item.unit(), 2_048);
    }

    private static Resource resource(Item item) {
        ResourceKind kind = ResourceKind.of(item.accountId(), item.asset());
        Resource.Builder resource = Resource.builder().type(kind.type()).id(Texts.shortened(kind.id(), 512));
        if (!item.region().equals("global")) {
            resource.region(item.region());
        }
        return resource.build();
    }
}

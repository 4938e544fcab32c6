package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ComplianceItem;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;

/** Machines that Systems Manager manages, in AWS and elsewhere, and how they comply. */
@AutoService(ResourceType.class)
public final class AwsSsmManagedInstance implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ssm_managed_instance",
                        "Machines that Systems Manager manages, in AWS and elsewhere, and how they comply.",
                        SsmClient::builder)
                .list(
                        "ssm:DescribeInstanceInformation",
                        of(InstanceInformation::builder),
                        ssm -> ssm.describeInstanceInformationPaginator(request -> request.maxResults(50))
                                .instanceInformationList())
                .detail(
                        "compliance_items",
                        "ssm:ListComplianceItems",
                        Shape.list(of(ComplianceItem::builder)),
                        (ssm, row) -> ssm
                                .listComplianceItemsPaginator(request -> request.resourceIds(row.instanceId())
                                        .resourceTypes("ManagedInstance")
                                        .maxResults(50))
                                .complianceItems()
                                .stream()
                                .toList())
                .arn((row, place) -> place.arn("ssm", "managed-instance/" + row.instanceId()))
                .name(row -> row.name() == null ? row.computerName() : row.name())
                .gone("InvalidResourceId");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.DescribeHubResponse;
import software.amazon.awssdk.services.securityhub.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.securityhub.model.FindingAggregator;
import software.amazon.awssdk.services.securityhub.model.StandardsSubscription;

/** Security Hub in each region where it is switched on. */
@AutoService(ResourceType.class)
public final class AwsSecurityhubHub implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_securityhub_hub",
                        "Security Hub in each region where it is switched on; no row where it is off.",
                        SecurityHubClient::builder)
                .one("securityhub:DescribeHub", of(DescribeHubResponse::builder), hub -> hub.describeHub(request -> {}))
                .detail(
                        "enabled_standards",
                        "securityhub:GetEnabledStandards",
                        Shape.list(of(StandardsSubscription::builder)),
                        (hub, row) -> hub
                                .getEnabledStandardsPaginator(request -> request.maxResults(100))
                                .standardsSubscriptions()
                                .stream()
                                .toList())
                .detail(
                        "finding_aggregators",
                        "securityhub:ListFindingAggregators",
                        Shape.list(of(FindingAggregator::builder)),
                        (hub, row) -> hub
                                .listFindingAggregatorsPaginator(request -> request.maxResults(100))
                                .findingAggregators()
                                .stream()
                                .toList())
                .detail(
                        "organization_configuration",
                        "securityhub:DescribeOrganizationConfiguration",
                        of(DescribeOrganizationConfigurationResponse::builder),
                        (hub, row) -> hub.describeOrganizationConfiguration(request -> {}))
                .arn((row, place) -> row.hubArn())
                .name(row -> ArnText.lastPart(row.hubArn()))
                .none("InvalidAccessException");
    }
}

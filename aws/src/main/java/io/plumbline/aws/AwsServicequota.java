package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceInfo;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/** Quotas of every service as they are for this account: one paged question a service. */
@AutoService(ResourceType.class)
public final class AwsServicequota implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_servicequota", "Service quotas as they are for the account.", ServiceQuotasClient::builder)
                .keys(
                        "servicequotas:ListServices",
                        quotas -> () ->
                                quotas.listServicesPaginator(request -> request.maxResults(100)).services().stream()
                                        .map(ServiceInfo::serviceCode)
                                        .iterator())
                .describe(
                        "servicequotas:ListServiceQuotas",
                        1,
                        of(ServiceQuota::builder),
                        (quotas, codes) -> quotas.listServiceQuotasPaginator(request ->
                                        request.serviceCode(codes.getFirst()).maxResults(100))
                                .quotas())
                .arn((row, place) -> row.quotaArn())
                .name(ServiceQuota::quotaName)
                .gone("NoSuchResourceException");
    }
}

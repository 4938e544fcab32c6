package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.route53domains.Route53DomainsClient;
import software.amazon.awssdk.services.route53domains.model.DomainSummary;
import software.amazon.awssdk.services.route53domains.model.GetDomainDetailResponse;

/** Domains registered through Route 53: lock, renewal, privacy; the people behind them stay out. */
@AutoService(ResourceType.class)
public final class AwsRoute53Domain implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_route53_domain",
                        "Domains registered through Route 53, with lock, renewal and privacy.",
                        Route53DomainsClient::builder)
                .list(
                        "route53domains:ListDomains",
                        of(DomainSummary::builder),
                        domains -> domains.listDomainsPaginator(request -> request.maxItems(100))
                                .domains())
                .detail(
                        "registration",
                        "route53domains:GetDomainDetail",
                        Shape.without(
                                GetDomainDetailResponse::builder,
                                "AdminContact",
                                "RegistrantContact",
                                "TechContact",
                                "BillingContact"),
                        (domains, row) -> domains.getDomainDetail(request -> request.domainName(row.domainName())))
                .arn((row, place) -> place.partition()
                        .arn("route53domains", "", "", "domain/" + row.domainName())
                        .toString())
                .name(DomainSummary::domainName);
    }
}

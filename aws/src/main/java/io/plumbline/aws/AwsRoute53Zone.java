package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.QueryLoggingConfig;

/** Hosted zones, public and private. */
@AutoService(ResourceType.class)
public final class AwsRoute53Zone implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_route53_zone",
                        "Hosted zones, public and private, and where their queries are logged.",
                        Route53Client::builder)
                .list(
                        "route53:ListHostedZones",
                        of(HostedZone::builder),
                        route53 -> route53.listHostedZonesPaginator(request -> request.maxItems("100"))
                                .hostedZones())
                .detail(
                        "query_logging",
                        "route53:ListQueryLoggingConfigs",
                        of(QueryLoggingConfig::builder),
                        (route53, zone) -> route53
                                .listQueryLoggingConfigs(request -> request.hostedZoneId(ArnText.lastPart(zone.id())))
                                .queryLoggingConfigs()
                                .stream()
                                .findFirst()
                                .orElse(null))
                .arn((row, place) -> place.partition()
                        .arn("route53", "", "", "hostedzone/" + ArnText.lastPart(row.id()))
                        .toString())
                .name(HostedZone::name)
                .gone("NoSuchHostedZone");
    }
}

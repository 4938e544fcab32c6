package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.route53resolver.model.FirewallRuleGroupAssociation;
import software.amazon.awssdk.services.route53resolver.model.ResolverQueryLogConfig;
import software.amazon.awssdk.services.route53resolver.model.ResolverQueryLogConfigAssociation;

/** Where the DNS queries of VPCs are logged, and which VPCs have a DNS firewall. */
@AutoService(ResourceType.class)
public final class AwsRoute53resolverQueryLogConfig implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_route53resolver_query_log_config",
                        "Logging of the DNS queries of VPCs, with the VPCs that use it and the DNS firewalls of the region.",
                        Route53ResolverClient::builder)
                .list(
                        "route53resolver:ListResolverQueryLogConfigs",
                        of(ResolverQueryLogConfig::builder),
                        resolver -> resolver.listResolverQueryLogConfigsPaginator(request -> request.maxResults(100))
                                .resolverQueryLogConfigs())
                .detail(
                        "associations",
                        "route53resolver:ListResolverQueryLogConfigAssociations",
                        Shape.list(of(ResolverQueryLogConfigAssociation::builder)),
                        (resolver, config) -> resolver
                                .listResolverQueryLogConfigAssociationsPaginator(request -> request.maxResults(100)
                                        .filters(filter -> filter.name("ResolverQueryLogConfigId")
                                                .values(config.id())))
                                .resolverQueryLogConfigAssociations()
                                .stream()
                                .toList())
                .detail(
                        "firewall_associations",
                        "route53resolver:ListFirewallRuleGroupAssociations",
                        Shape.list(of(FirewallRuleGroupAssociation::builder)),
                        (resolver, config) -> resolver
                                .listFirewallRuleGroupAssociationsPaginator(request -> request.maxResults(100))
                                .firewallRuleGroupAssociations()
                                .stream()
                                .toList())
                .arn((row, place) -> row.arn())
                .name(ResolverQueryLogConfig::name);
    }
}

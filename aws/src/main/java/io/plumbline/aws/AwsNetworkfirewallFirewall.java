package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.networkfirewall.model.Firewall;
import software.amazon.awssdk.services.networkfirewall.model.FirewallMetadata;
import software.amazon.awssdk.services.networkfirewall.model.FirewallPolicy;
import software.amazon.awssdk.services.networkfirewall.model.Tag;

/** Network firewalls and the policies that they enforce. */
@AutoService(ResourceType.class)
public final class AwsNetworkfirewallFirewall implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_networkfirewall_firewall",
                        "Network firewalls and the policies that they enforce.",
                        NetworkFirewallClient::builder)
                .keys(
                        "network-firewall:ListFirewalls",
                        firewalls -> () ->
                                firewalls
                                        .listFirewallsPaginator(request -> request.maxResults(100))
                                        .firewalls()
                                        .stream()
                                        .map(FirewallMetadata::firewallArn)
                                        .iterator())
                .describe(
                        "network-firewall:DescribeFirewall",
                        of(Firewall::builder),
                        (firewalls, arn) -> firewalls
                                .describeFirewall(request -> request.firewallArn(arn))
                                .firewall())
                .detail(
                        "policy",
                        "network-firewall:DescribeFirewallPolicy",
                        of(FirewallPolicy::builder),
                        (firewalls, firewall) -> firewalls
                                .describeFirewallPolicy(
                                        request -> request.firewallPolicyArn(firewall.firewallPolicyArn()))
                                .firewallPolicy())
                .arn((row, place) -> row.firewallArn())
                .name(Firewall::firewallName)
                .tags(Firewall::tags, Tag::key, Tag::value)
                .gone("ResourceNotFoundException");
    }
}

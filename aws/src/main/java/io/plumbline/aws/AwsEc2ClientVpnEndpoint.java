package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ClientVpnEndpoint;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Client VPN endpoints, and how people authenticate to them. */
@AutoService(ResourceType.class)
public final class AwsEc2ClientVpnEndpoint implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_client_vpn_endpoint",
                        "Client VPN endpoints, and how people authenticate to them.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeClientVpnEndpoints",
                        of(ClientVpnEndpoint::builder),
                        ec2 -> ec2.describeClientVpnEndpointsPaginator(request -> request.maxResults(1000))
                                .clientVpnEndpoints())
                .arn((row, place) -> place.arn("ec2", "client-vpn-endpoint/" + row.clientVpnEndpointId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}

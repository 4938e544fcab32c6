package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Site-to-site VPN connections without their keys: the customer gateway's configuration holds them, and so does each tunnel. */
@AutoService(ResourceType.class)
public final class AwsVpnConnection implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpn_connection", "Site-to-site VPN connections without their keys.", Ec2Client::builder)
                .list(
                        "ec2:DescribeVpnConnections",
                        Shape.without(VpnConnection::builder, "CustomerGatewayConfiguration")
                                .sealing(Seal.out("Options.TunnelOptions.PreSharedKey")),
                        ec2 -> ec2.describeVpnConnections().vpnConnections())
                .detail(
                        "vpn_gateway",
                        "ec2:DescribeVpnGateways",
                        of(VpnGateway::builder),
                        (ec2, vpn, place) -> ec2
                                .describeVpnGateways(request -> request.vpnGatewayIds(vpn.vpnGatewayId()))
                                .vpnGateways()
                                .stream()
                                .findFirst()
                                .orElse(null),
                        (vpn, place) -> vpn.vpnGatewayId() != null
                                && !vpn.vpnGatewayId().isEmpty())
                .arn((row, place) -> place.arn("ec2", "vpn-connection/" + row.vpnConnectionId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value)
                .none("InvalidVpnGatewayID.NotFound");
    }
}

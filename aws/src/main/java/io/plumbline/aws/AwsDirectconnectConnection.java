package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.directconnect.DirectConnectClient;
import software.amazon.awssdk.services.directconnect.model.Connection;
import software.amazon.awssdk.services.directconnect.model.DescribeConnectionsResponse;
import software.amazon.awssdk.services.directconnect.model.DescribeVirtualInterfacesResponse;
import software.amazon.awssdk.services.directconnect.model.Tag;
import software.amazon.awssdk.services.directconnect.model.VirtualInterface;

/** Direct Connect lines, and the virtual interfaces on them without the keys of their BGP sessions. */
@AutoService(ResourceType.class)
public final class AwsDirectconnectConnection implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_directconnect_connection",
                        "Direct Connect lines and the virtual interfaces on them.",
                        DirectConnectClient::builder)
                .list(
                        "directconnect:DescribeConnections",
                        of(Connection::builder),
                        lines -> TokenPages.of(
                                token -> lines.describeConnections(
                                        request -> request.nextToken(token).maxResults(100)),
                                DescribeConnectionsResponse::nextToken,
                                DescribeConnectionsResponse::connections))
                .detail(
                        "virtual_interfaces",
                        "directconnect:DescribeVirtualInterfaces",
                        Shape.list(Shape.without(VirtualInterface::builder, "authKey", "customerRouterConfig")
                                .sealing(Seal.out("bgpPeers.authKey"))),
                        (lines, line) -> TokenPages.list(
                                token -> lines.describeVirtualInterfaces(
                                        request -> request.connectionId(line.connectionId())
                                                .nextToken(token)
                                                .maxResults(100)),
                                DescribeVirtualInterfacesResponse::nextToken,
                                DescribeVirtualInterfacesResponse::virtualInterfaces))
                .arn((row, place) -> place.arn("directconnect", "dxcon/" + row.connectionId()))
                .name(Connection::connectionName)
                .tags(Connection::tags, Tag::key, Tag::value);
    }
}

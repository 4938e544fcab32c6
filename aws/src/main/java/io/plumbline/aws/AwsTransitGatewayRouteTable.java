package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable;

/** Route tables of transit gateways. AWS answers with the first thousand routes and says nothing of the rest but that they exist. */
@AutoService(ResourceType.class)
public final class AwsTransitGatewayRouteTable implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_transit_gateway_route_table",
                        "Route tables of transit gateways, with up to a thousand of their routes.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeTransitGatewayRouteTables",
                        of(TransitGatewayRouteTable::builder),
                        ec2 -> ec2.describeTransitGatewayRouteTablesPaginator(request -> request.maxResults(1000))
                                .transitGatewayRouteTables())
                .detail(
                        "routes",
                        "ec2:SearchTransitGatewayRoutes",
                        of(SearchTransitGatewayRoutesResponse::builder),
                        (ec2, table) -> ec2.searchTransitGatewayRoutes(
                                request -> request.transitGatewayRouteTableId(table.transitGatewayRouteTableId())
                                        .filters(Filter.builder()
                                                .name("state")
                                                .values("active", "blackhole")
                                                .build())
                                        .maxResults(1000)))
                .arn((row, place) ->
                        place.arn("ec2", "transit-gateway-route-table/" + row.transitGatewayRouteTableId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value)
                .gone("InvalidRouteTableID.NotFound");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Route tables with their routes. */
@AutoService(ResourceType.class)
public final class AwsVpcRouteTable implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpc_route_table", "Route tables with their routes.", Ec2Client::builder)
                .list(
                        "ec2:DescribeRouteTables",
                        of(RouteTable::builder),
                        ec2 -> ec2.describeRouteTablesPaginator(request -> request.maxResults(100))
                                .routeTables())
                .arn((row, place) -> place.arn("ec2", "route-table/" + row.routeTableId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Flow logs of VPCs, subnets and interfaces. */
@AutoService(ResourceType.class)
public final class AwsVpcFlowLog implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpc_flow_log", "Flow logs of VPCs, subnets and interfaces.", Ec2Client::builder)
                .list(
                        "ec2:DescribeFlowLogs",
                        of(FlowLog::builder),
                        ec2 -> ec2.describeFlowLogsPaginator(request -> request.maxResults(1000))
                                .flowLogs())
                .arn((row, place) -> place.arn("ec2", "vpc-flow-log/" + row.flowLogId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}

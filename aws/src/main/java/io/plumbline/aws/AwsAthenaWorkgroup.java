package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupSummary;

/** Athena work groups, where the settings of queries live. */
@AutoService(ResourceType.class)
public final class AwsAthenaWorkgroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_athena_workgroup",
                        "Athena work groups: where results go, how they are encrypted, and whether users may say otherwise.",
                        AthenaClient::builder)
                .keys(
                        "athena:ListWorkGroups",
                        athena -> () -> athena.listWorkGroupsPaginator(request -> request.maxResults(50)).stream()
                                .flatMap(page -> page.workGroups().stream())
                                .map(WorkGroupSummary::name)
                                .iterator())
                .describe(
                        "athena:GetWorkGroup",
                        of(WorkGroup::builder),
                        (athena, name) -> athena.getWorkGroup(request -> request.workGroup(name))
                                .workGroup())
                .arn((row, place) -> place.arn("athena", "workgroup/" + row.name()))
                .name(WorkGroup::name);
    }
}

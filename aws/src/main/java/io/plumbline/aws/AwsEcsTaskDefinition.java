package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/** Task definitions in use; values of environment variables are taken out. */
@AutoService(ResourceType.class)
public final class AwsEcsTaskDefinition implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ecs_task_definition",
                        "Task definitions that a service names or a task runs by, in the revisions in use.",
                        EcsClient::builder)
                .keys("ecs:ListClusters", EcsServices::taskDefinitions)
                .describe(
                        "ecs:DescribeTaskDefinition",
                        Tagged.shape(of(TaskDefinition::builder)
                                .sealing(
                                        Seal.all("containerDefinitions.environment.value"),
                                        Seal.suspicious("containerDefinitions.command"),
                                        Seal.suspicious("containerDefinitions.logConfiguration.options"),
                                        Seal.suspicious("containerDefinitions.firelensConfiguration.options"))),
                        (ecs, arn) -> tagged(ecs.describeTaskDefinition(
                                request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS))))
                .also("ecs:ListServices", "ecs:DescribeServices", "ecs:ListTasks", "ecs:DescribeTasks")
                .arn((row, place) -> row.row().taskDefinitionArn())
                .name(row -> row.row().family())
                .tags(row -> row.tags());
    }

    private static Tagged<TaskDefinition> tagged(DescribeTaskDefinitionResponse answer) {
        return new Tagged<>(answer.taskDefinition(), Tagged.map(answer.tags(), Tag::key, Tag::value));
    }
}

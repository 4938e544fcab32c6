package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

/** State machines. Their definitions may hold what they pass on and are not even asked for, which spares the key too. */
@AutoService(ResourceType.class)
public final class AwsSfnStateMachine implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_sfn_state_machine",
                        "Step Functions state machines without their definitions.",
                        SfnClient::builder)
                .keys(
                        "states:ListStateMachines",
                        states ->
                                () -> states
                                        .listStateMachinesPaginator(request -> request.maxResults(1000))
                                        .stateMachines()
                                        .stream()
                                        .map(StateMachineListItem::stateMachineArn)
                                        .iterator())
                .describe(
                        "states:DescribeStateMachine",
                        Shape.without(DescribeStateMachineResponse::builder, "definition", "variableReferences"),
                        (states, arn) -> states.describeStateMachine(
                                request -> request.stateMachineArn(arn).includedData(IncludedData.METADATA_ONLY)))
                .arn((row, place) -> row.stateMachineArn())
                .name(DescribeStateMachineResponse::name)
                .gone("StateMachineDoesNotExist");
    }
}

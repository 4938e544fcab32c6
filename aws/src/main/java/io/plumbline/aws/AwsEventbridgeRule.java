package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Rules of every event bus and where they send events; what a rule sends in place of the event may hold secrets and is left out. */
@AutoService(ResourceType.class)
public final class AwsEventbridgeRule implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_eventbridge_rule",
                        "Rules of every event bus, and where they send events.",
                        EventBridgeClient::builder)
                .under(
                        "aws_eventbridge_bus",
                        "events:ListRules",
                        of(Rule::builder),
                        (events, bus, place) -> TokenPages.of(
                                token -> events.listRules(request -> request.eventBusName(bus)
                                        .nextToken(token)
                                        .limit(100)),
                                ListRulesResponse::nextToken,
                                ListRulesResponse::rules))
                .detail(
                        "targets",
                        "events:ListTargetsByRule",
                        Shape.list(of(Target::builder)
                                .sealing(
                                        Seal.all("Input"),
                                        Seal.all("InputTransformer.InputTemplate"),
                                        Seal.all("HttpParameters"),
                                        Seal.all("RedshiftDataParameters.Sql"),
                                        Seal.all("RedshiftDataParameters.Sqls"),
                                        Seal.all("AppSyncParameters.GraphQLOperation"),
                                        Seal.all("SageMakerPipelineParameters.PipelineParameterList.Value"))),
                        (events, rule) -> TokenPages.list(
                                token -> events.listTargetsByRule(request -> request.rule(rule.name())
                                        .eventBusName(rule.eventBusName())
                                        .nextToken(token)
                                        .limit(100)),
                                ListTargetsByRuleResponse::nextToken,
                                ListTargetsByRuleResponse::targets))
                .arn((row, place) -> row.arn())
                .name(Rule::name)
                .gone("ResourceNotFoundException");
    }
}

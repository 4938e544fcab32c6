package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSet;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Stacks and what they manage; parameters, outputs and the template may hold secrets and are left out. */
@AutoService(ResourceType.class)
public final class AwsCloudformationStack implements ResourceType {
    private static final Pattern OF_STACK_SET =
            Pattern.compile("StackSet-(.+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cloudformation_stack",
                        "CloudFormation stacks, and which resources each of them manages.",
                        CloudFormationClient::builder)
                .list(
                        "cloudformation:DescribeStacks",
                        of(Stack::builder)
                                .sealing(Seal.all("Parameters.ParameterValue"), Seal.all("Outputs.OutputValue")),
                        cloudformation ->
                                cloudformation.describeStacksPaginator().stacks())
                .detail(
                        "resources",
                        "cloudformation:ListStackResources",
                        Shape.list(of(StackResourceSummary::builder)),
                        (cloudformation, stack) -> cloudformation
                                .listStackResourcesPaginator(request -> request.stackName(stack.stackId()))
                                .stackResourceSummaries()
                                .stream()
                                .toList())
                .detail(
                        "template",
                        "cloudformation:GetTemplate",
                        of(GetTemplateResponse::builder).sealing(Seal.all("TemplateBody")),
                        (cloudformation, stack) ->
                                cloudformation.getTemplate(request -> request.stackName(stack.stackId())))
                .detail(
                        "stack_set",
                        "cloudformation:DescribeStackSet",
                        of(StackSet::builder).sealing(Seal.all("Parameters.ParameterValue"), Seal.all("TemplateBody")),
                        (cloudformation, stack, place) -> cloudformation
                                .describeStackSet(request -> request.stackSetName(stackSet(stack)))
                                .stackSet(),
                        (stack, place) -> !stackSet(stack).isEmpty())
                .arn((row, place) -> row.stackId())
                .name(Stack::stackName)
                .tags(Stack::tags, Tag::key, Tag::value)
                .none("StackSetNotFoundException");
    }

    /** A stack set calls its stacks StackSet-NAME-UUID; only the account that owns the set can tell of it. */
    private static String stackSet(Stack stack) {
        Matcher matcher = OF_STACK_SET.matcher(stack.stackName());
        return matcher.matches() ? matcher.group(1) : "";
    }
}

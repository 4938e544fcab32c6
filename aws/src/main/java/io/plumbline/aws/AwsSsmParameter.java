package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** Parameters of Systems Manager: what is known of them, never their values. */
@AutoService(ResourceType.class)
public final class AwsSsmParameter implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_ssm_parameter", "Parameters of Systems Manager without their values.", SsmClient::builder)
                .list(
                        "ssm:DescribeParameters",
                        of(ParameterMetadata::builder),
                        ssm -> () -> ssm.describeParametersPaginator(request -> request.maxResults(50)).stream()
                                .flatMap(page -> page.parameters().stream())
                                .iterator())
                .arn((row, place) -> row.arn() == null
                        ? place.arn("ssm", (row.name().startsWith("/") ? "parameter" : "parameter/") + row.name())
                        : row.arn())
                .name(ParameterMetadata::name);
    }
}

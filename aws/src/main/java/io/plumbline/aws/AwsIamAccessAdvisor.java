package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/** When each user and role last used each service; a job of AWS for every one of them, so it is slow. */
@AutoService(ResourceType.class)
public final class AwsIamAccessAdvisor implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_access_advisor",
                        "Which services each user and role may use, and when each was last used.",
                        IamClient::builder)
                .under(
                        "aws_iam_account_authorization",
                        "iam:GenerateServiceLastAccessedDetails",
                        of(AccessAdvisor.Job.class),
                        (iam, identity, place) -> AccessAdvisor.start(iam, identity))
                .detail(
                        "services_last_accessed",
                        "iam:GetServiceLastAccessedDetails",
                        Shape.list(of(ServiceLastAccessed::builder)),
                        (iam, job) -> AccessAdvisor.result(iam, job))
                .arn((row, place) -> row.principalArn())
                .name(row -> ArnText.lastPart(row.principalArn()))
                .gone("NoSuchEntity");
    }
}

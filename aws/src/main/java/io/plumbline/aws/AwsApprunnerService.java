package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.apprunner.AppRunnerClient;
import software.amazon.awssdk.services.apprunner.model.Service;
import software.amazon.awssdk.services.apprunner.model.ServiceSummary;

/** Services of App Runner; the environment of their containers stays out. */
@AutoService(ResourceType.class)
public final class AwsApprunnerService implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_apprunner_service", "Services of App Runner.", AppRunnerClient::builder)
                .keys(
                        "apprunner:ListServices",
                        apprunner -> () -> apprunner.listServicesPaginator(request -> request.maxResults(20)).stream()
                                .flatMap(page -> page.serviceSummaryList().stream())
                                .map(ServiceSummary::serviceArn)
                                .iterator())
                .describe(
                        "apprunner:DescribeService",
                        of(Service::builder)
                                .sealing(
                                        Seal.all(
                                                "SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables"),
                                        Seal.all("SourceConfiguration.CodeRepository.CodeConfiguration"
                                                + ".CodeConfigurationValues.RuntimeEnvironmentVariables")),
                        (apprunner, arn) -> apprunner
                                .describeService(request -> request.serviceArn(arn))
                                .service())
                .arn((row, place) -> row.serviceArn())
                .name(Service::serviceName)
                .gone("ResourceNotFoundException");
    }
}

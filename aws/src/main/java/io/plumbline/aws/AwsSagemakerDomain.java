package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeDomainResponse;
import software.amazon.awssdk.services.sagemaker.model.DomainDetails;

/** Domains of SageMaker Studio: how people sign in, the network, the encryption. */
@AutoService(ResourceType.class)
public final class AwsSagemakerDomain implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_sagemaker_domain", "Domains of SageMaker Studio.", SageMakerClient::builder)
                .keys(
                        "sagemaker:ListDomains",
                        sagemaker -> () ->
                                sagemaker.listDomainsPaginator(request -> request.maxResults(100)).domains().stream()
                                        .map(DomainDetails::domainId)
                                        .iterator())
                .describe(
                        "sagemaker:DescribeDomain",
                        of(DescribeDomainResponse::builder),
                        (sagemaker, id) -> sagemaker.describeDomain(request -> request.domainId(id)))
                .arn((row, place) -> row.domainArn())
                .name(DescribeDomainResponse::domainName)
                .gone("ResourceNotFound");
    }
}

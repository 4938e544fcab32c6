package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ecrpublic.EcrPublicClient;
import software.amazon.awssdk.services.ecrpublic.model.Repository;

/** Repositories of images that the account shows to everybody; the service lives in one region. */
@AutoService(ResourceType.class)
public final class AwsEcrpublicRepository implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_ecrpublic_repository",
                        "Public repositories of container images that the account owns.",
                        EcrPublicClient::builder)
                .list(
                        "ecr-public:DescribeRepositories",
                        of(Repository::builder),
                        ecr -> ecr.describeRepositoriesPaginator(request -> request.maxResults(1000))
                                .repositories())
                .arn((row, place) -> row.repositoryArn())
                .name(Repository::repositoryName);
    }
}

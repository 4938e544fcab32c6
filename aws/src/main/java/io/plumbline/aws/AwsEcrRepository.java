package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.RegistryScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.Repository;

/** Repositories of container images: who may pull, what is cleaned up, what is scanned. */
@AutoService(ResourceType.class)
public final class AwsEcrRepository implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ecr_repository",
                        "Repositories of container images, with their policies and scanning.",
                        EcrClient::builder)
                .list(
                        "ecr:DescribeRepositories",
                        of(Repository::builder),
                        ecr -> ecr.describeRepositoriesPaginator(request -> request.maxResults(1000))
                                .repositories())
                .detail(
                        "policy",
                        "ecr:GetRepositoryPolicy",
                        Shape.text(),
                        (ecr, row) -> ecr.getRepositoryPolicy(request -> request.repositoryName(row.repositoryName()))
                                .policyText())
                .detail(
                        "lifecycle_policy",
                        "ecr:GetLifecyclePolicy",
                        Shape.text(),
                        (ecr, row) -> ecr.getLifecyclePolicy(request -> request.repositoryName(row.repositoryName()))
                                .lifecyclePolicyText())
                .detail(
                        "registry_scanning",
                        "ecr:GetRegistryScanningConfiguration",
                        of(RegistryScanningConfiguration::builder),
                        (ecr, row) -> ecr.getRegistryScanningConfiguration(request -> {})
                                .scanningConfiguration())
                .arn((row, place) -> row.repositoryArn())
                .name(Repository::repositoryName)
                .none("RepositoryPolicyNotFoundException", "LifecyclePolicyNotFoundException")
                .gone("RepositoryNotFoundException");
    }
}

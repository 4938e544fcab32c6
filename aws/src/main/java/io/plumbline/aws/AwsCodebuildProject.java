package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ServerType;
import software.amazon.awssdk.services.codebuild.model.SourceCredentialsInfo;
import software.amazon.awssdk.services.codebuild.model.Tag;

/** Build projects, and how CodeBuild signs in where their source is; what people keep secrets in is taken out. */
@AutoService(ResourceType.class)
public final class AwsCodebuildProject implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_codebuild_project",
                        "CodeBuild projects: what they build, as whom, and how they sign in to the source.",
                        CodeBuildClient::builder)
                .keys(
                        "codebuild:ListProjects",
                        codebuild -> codebuild.listProjectsPaginator().projects())
                .describe(
                        "codebuild:BatchGetProjects",
                        100,
                        of(Project::builder)
                                .sealing(
                                        Seal.all("environment.environmentVariables.value"),
                                        Seal.suspicious("source.location"),
                                        Seal.suspicious("source.buildspec"),
                                        Seal.suspicious("secondarySources.location"),
                                        Seal.suspicious("secondarySources.buildspec"),
                                        Seal.out("webhook.secret")),
                        (codebuild, names) -> codebuild
                                .batchGetProjects(request -> request.names(names))
                                .projects())
                .detail(
                        "source_credentials",
                        "codebuild:ListSourceCredentials",
                        Shape.list(of(SourceCredentialsInfo::builder)),
                        (codebuild, project, place) ->
                                codebuild.listSourceCredentials().sourceCredentialsInfos().stream()
                                        .filter(info -> Objects.equals(
                                                info.serverTypeAsString(),
                                                project.source().typeAsString()))
                                        .toList(),
                        (project, place) -> project.source() != null
                                && hasServer(project.source().typeAsString()))
                .arn((row, place) -> row.arn())
                .name(Project::name)
                .tags(Project::tags, Tag::key, Tag::value);
    }

    /** Sources outside AWS, for which an account keeps at most one sign-in each. */
    private static boolean hasServer(@Nullable String sourceType) {
        return ServerType.fromValue(sourceType) != ServerType.UNKNOWN_TO_SDK_VERSION && sourceType != null;
    }
}

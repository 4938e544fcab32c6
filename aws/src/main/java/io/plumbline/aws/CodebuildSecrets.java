package io.plumbline.aws;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ProjectEnvironment;
import software.amazon.awssdk.services.codebuild.model.ProjectSource;

/**
 * Takes out of a project what people keep secrets in: values of plain variables, names and passwords in addresses, build steps written
 * into the project, the webhook's secret.
 */
final class CodebuildSecrets {
    private static final Pattern SIGNED_ADDRESS = Pattern.compile("(?<=://)[^/@]+(?=@)");

    private CodebuildSecrets() {}

    static Project without(Project project) {
        return project.toBuilder()
                .source(project.source() == null ? null : without(project.source()))
                .secondarySources(project.secondarySources().stream()
                        .map(CodebuildSecrets::without)
                        .toList())
                .environment(project.environment() == null ? null : without(project.environment()))
                .webhook(
                        project.webhook() == null
                                ? null
                                : project.webhook().toBuilder().secret(null).build())
                .build();
    }

    /** That an address was signed stays visible: a rule asks for it. */
    private static ProjectSource without(ProjectSource source) {
        String location = source.location() == null
                ? null
                : SIGNED_ADDRESS.matcher(source.location()).replaceAll("removed");
        return source.toBuilder()
                .location(location)
                .buildspec(isFile(source.buildspec()) ? source.buildspec() : null)
                .build();
    }

    /** A build specification is the name of a file, the ARN of an object, or the steps themselves. */
    private static boolean isFile(@Nullable String buildspec) {
        return buildspec != null && !buildspec.contains("\n") && !buildspec.contains("{") && !buildspec.contains(": ");
    }

    private static ProjectEnvironment without(ProjectEnvironment environment) {
        return environment.toBuilder()
                .environmentVariables(environment.environmentVariables().stream()
                        .map(variable -> isReference(variable)
                                ? variable
                                : variable.toBuilder().value(null).build())
                        .toList())
                .build();
    }

    private static boolean isReference(EnvironmentVariable variable) {
        return variable.type() == EnvironmentVariableType.PARAMETER_STORE
                || variable.type() == EnvironmentVariableType.SECRETS_MANAGER;
    }
}

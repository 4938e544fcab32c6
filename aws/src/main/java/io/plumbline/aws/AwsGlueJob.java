package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.Job;

/** Glue jobs and the connections they use; of arguments and properties only those that say how safe they are. */
@AutoService(ResourceType.class)
public final class AwsGlueJob implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_glue_job", "Glue jobs, with the connections they use.", GlueClient::builder)
                .list(
                        "glue:GetJobs",
                        Shape.without(
                                Job::builder,
                                "NonOverridableArguments",
                                "CodeGenConfigurationNodes",
                                "SourceControlDetails"),
                        glue -> () -> glue.getJobsPaginator(request -> request.maxResults(1000)).jobs().stream()
                                .map(AwsGlueJob::withoutSecrets)
                                .iterator())
                .detail(
                        "connection_details",
                        "glue:GetConnections",
                        Shape.list(Shape.without(
                                Connection::builder,
                                "SparkProperties",
                                "AthenaProperties",
                                "PythonProperties",
                                "AuthenticationConfiguration")),
                        (glue, job, place) ->
                                glue
                                        .getConnectionsPaginator(request ->
                                                request.hidePassword(true).maxResults(1000))
                                        .stream()
                                        .flatMap(page -> page.connectionList().stream())
                                        .filter(connection ->
                                                job.connections().connections().contains(connection.name()))
                                        .map(AwsGlueJob::withoutSecrets)
                                        .toList(),
                        (job, place) -> job.connections() != null
                                && !job.connections().connections().isEmpty())
                .arn((row, place) -> place.arn("glue", "job/" + row.name()))
                .name(Job::name);
    }

    private static final Set<String> SAFE_ARGUMENTS =
            Set.of("--encryption-type", "--job-bookmark-option", "--job-language", "--continuous-log-logGroup");
    private static final Set<String> SAFE_PROPERTIES = Set.of(
            "JDBC_ENFORCE_SSL",
            "SKIP_CUSTOM_JDBC_CERT_VALIDATION",
            "KAFKA_SSL_ENABLED",
            "KAFKA_SKIP_CUSTOM_CERT_VALIDATION");

    /** Passwords are often handed to a job as arguments. */
    private static Job withoutSecrets(Job job) {
        return job.toBuilder()
                .defaultArguments(kept(
                        job.defaultArguments(), name -> name.startsWith("--enable-") || SAFE_ARGUMENTS.contains(name)))
                .build();
    }

    private static Connection withoutSecrets(Connection connection) {
        return connection.toBuilder()
                .connectionPropertiesWithStrings(
                        kept(connection.connectionPropertiesAsStrings(), SAFE_PROPERTIES::contains))
                .build();
    }

    private static Map<String, String> kept(Map<String, String> all, Predicate<String> safe) {
        return all.entrySet().stream()
                .filter(entry -> safe.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

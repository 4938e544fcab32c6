package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
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
                        Shape.without(Job::builder, "CodeGenConfigurationNodes")
                                .sealing(
                                        Seal.suspicious("DefaultArguments"),
                                        Seal.all("NonOverridableArguments"),
                                        Seal.out("SourceControlDetails.AuthToken")),
                        glue -> () -> glue.getJobsPaginator(request -> request.maxResults(1000)).jobs().stream()
                                .iterator())
                .detail(
                        "connection_details",
                        "glue:GetConnections",
                        Shape.list(Shape.without(Connection::builder, "AuthenticationConfiguration")
                                .sealing(
                                        Seal.suspicious("ConnectionProperties"),
                                        Seal.suspicious("SparkProperties"),
                                        Seal.suspicious("AthenaProperties"),
                                        Seal.suspicious("PythonProperties"))),
                        (glue, job, place) ->
                                glue
                                        .getConnectionsPaginator(request ->
                                                request.hidePassword(true).maxResults(1000))
                                        .stream()
                                        .flatMap(page -> page.connectionList().stream())
                                        .filter(connection ->
                                                job.connections().connections().contains(connection.name()))
                                        .toList(),
                        (job, place) -> job.connections() != null
                                && !job.connections().connections().isEmpty())
                .arn((row, place) -> place.arn("glue", "job/" + row.name()))
                .name(Job::name);
    }
}

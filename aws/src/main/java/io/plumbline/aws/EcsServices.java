package io.plumbline.aws;

import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** The services of a cluster, and the task definitions that a region uses; all revisions ever made may be half a million. */
final class EcsServices {
    private EcsServices() {}

    /** Services of one cluster, described ten at a time: more AWS does not take. */
    static Stream<Service> of(EcsClient ecs, String cluster) {
        return ecs.listServicesPaginator(request -> request.cluster(cluster).maxResults(100)).serviceArns().stream()
                .gather(Gatherers.windowFixed(10))
                .flatMap(arns -> ecs
                        .describeServices(request ->
                                request.cluster(cluster).services(arns).include(ServiceField.TAGS))
                        .services()
                        .stream());
    }

    /** ARNs of the task definitions that services name or tasks run by, each once. */
    static List<String> taskDefinitions(EcsClient ecs) {
        return ecs.listClustersPaginator(request -> request.maxResults(100)).clusterArns().stream()
                .flatMap(cluster ->
                        Stream.concat(of(ecs, cluster).flatMap(EcsServices::taskDefinitions), ofTasks(ecs, cluster)))
                .distinct()
                .toList();
    }

    /** A service that another controller deploys names none itself, its task sets do; a rollout has two under way. */
    private static Stream<String> taskDefinitions(Service service) {
        Stream<@Nullable String> named = Stream.of(
                        Stream.<@Nullable String>ofNullable(service.taskDefinition()),
                        service.deployments().stream().<@Nullable String>map(Deployment::taskDefinition),
                        service.taskSets().stream().<@Nullable String>map(TaskSet::taskDefinition))
                .flatMap(stream -> stream);
        return named.filter(Objects::nonNull);
    }

    private static Stream<String> ofTasks(EcsClient ecs, String cluster) {
        return ecs.listTasksPaginator(request -> request.cluster(cluster).maxResults(100)).taskArns().stream()
                .gather(Gatherers.windowFixed(100))
                .flatMap(arns ->
                        ecs.describeTasks(request -> request.cluster(cluster).tasks(arns)).tasks().stream())
                .map(Task::taskDefinitionArn);
    }
}

package io.plumbline.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.FirelensConfiguration;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceConnectConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Takes out of services and task definitions what people keep secrets in; names of variables and options stay. */
final class EcsSecrets {
    private static final Pattern SECRET_OPTION =
            Pattern.compile("token|password|secret|api.?key|credential", Pattern.CASE_INSENSITIVE);

    private EcsSecrets() {}

    static TaskDefinition without(TaskDefinition definition) {
        return definition.toBuilder()
                .containerDefinitions(definition.containerDefinitions().stream()
                        .map(EcsSecrets::without)
                        .toList())
                .build();
    }

    /** Log drivers of other companies take their key as an option. */
    static Service without(Service service) {
        return service.toBuilder()
                .deployments(
                        service.deployments().stream().map(EcsSecrets::without).toList())
                .build();
    }

    private static ContainerDefinition without(ContainerDefinition container) {
        return container.toBuilder()
                .environment(container.environment().stream()
                        .map(variable -> variable.toBuilder().value(null).build())
                        .toList())
                .logConfiguration(without(container.logConfiguration()))
                .firelensConfiguration(without(container.firelensConfiguration()))
                .build();
    }

    private static Deployment without(Deployment deployment) {
        ServiceConnectConfiguration connect = deployment.serviceConnectConfiguration();
        return connect == null
                ? deployment
                : deployment.toBuilder()
                        .serviceConnectConfiguration(connect.toBuilder()
                                .logConfiguration(without(connect.logConfiguration()))
                                .build())
                        .build();
    }

    private static @Nullable LogConfiguration without(@Nullable LogConfiguration logs) {
        return logs == null
                ? null
                : logs.toBuilder().options(without(logs.options())).build();
    }

    private static @Nullable FirelensConfiguration without(@Nullable FirelensConfiguration firelens) {
        return firelens == null
                ? null
                : firelens.toBuilder().options(without(firelens.options())).build();
    }

    private static Map<String, String> without(Map<String, String> options) {
        Map<String, String> kept = new LinkedHashMap<>(options);
        kept.replaceAll((name, value) -> SECRET_OPTION.matcher(name).find() ? "" : value);
        return kept;
    }
}

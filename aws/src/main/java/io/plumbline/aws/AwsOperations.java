package io.plumbline.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;
import tools.jackson.databind.JsonNode;

/**
 * What the AWS SDK knows of operations: which there are, and which members their input has. A call that is written as text can be held
 * against it without being made.
 */
public final class AwsOperations {
    private static final String PACKAGE = "software.amazon.awssdk.services.";

    /**
     * What is wrong with a call.
     *
     * @param service the prefix of the service's IAM actions
     * @param operation as the API reference writes it
     * @param parameters a JSON object with the members' names of the API
     * @return a sentence for each thing; empty if the SDK would send it
     */
    public List<String> problems(String service, String operation, JsonNode parameters) {
        Optional<SdkPojo> input = input(service, operation);
        if (input.isEmpty()) {
            return List.of("the AWS SDK knows no operation " + operation + " of the service '" + service + "'");
        }
        List<String> problems = new ArrayList<>();
        object(operation, input.get().sdkFields(), parameters, problems);
        return List.copyOf(problems);
    }

    private static Optional<SdkPojo> input(String service, String operation) {
        try {
            Class<?> request = Class.forName(PACKAGE + module(service) + ".model." + operation + "Request");
            return request.getMethod("builder").invoke(null) instanceof SdkPojo builder
                    ? Optional.of(builder)
                    : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The AWS SDK has no builder for " + operation, e);
        }
    }

    /** The SDK's name of a service that IAM knows by this prefix. */
    private static String module(String service) {
        return switch (service) {
            case "logs" -> "cloudwatchlogs";
            case "elasticloadbalancing" -> "elasticloadbalancingv2";
            default -> service.replace("-", "");
        };
    }

    private static void object(String where, List<SdkField<?>> fields, JsonNode json, List<String> problems) {
        if (!json.isObject()) {
            problems.add(where + " must be an object, not " + json);
            return;
        }
        for (String name : json.propertyNames()) {
            fields.stream()
                    .filter(field -> field.memberName().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            field -> value(where + "." + name, field, json.path(name), problems),
                            () -> problems.add(where + " has no member '" + name + "'"));
        }
        fields.stream()
                .filter(field -> field.containsTrait(RequiredTrait.class) && !json.has(field.memberName()))
                .forEach(field -> problems.add(where + " needs the member '" + field.memberName() + "'"));
    }

    private static void value(String where, SdkField<?> field, JsonNode json, List<String> problems) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            object(where, field.constructor().get().sdkFields(), json, problems);
        } else if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            fits(where, "a list", json.isArray(), json, problems);
            json.forEach(one -> value(where + "[]", member, one, problems));
        } else if (type == MarshallingType.MAP) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            fits(where, "an object", json.isObject(), json, problems);
            json.forEach(one -> value(where + "[]", member, one, problems));
        } else if (type == MarshallingType.BOOLEAN) {
            fits(where, "true or false", json.isBoolean(), json, problems);
        } else if (type == MarshallingType.INTEGER || type == MarshallingType.LONG || type == MarshallingType.SHORT) {
            fits(where, "a whole number", json.isIntegralNumber(), json, problems);
        } else if (type == MarshallingType.DOUBLE || type == MarshallingType.FLOAT) {
            fits(where, "a number", json.isNumber(), json, problems);
        } else {
            fits(where, "a text", json.isString(), json, problems);
        }
    }

    private static void fits(String where, String what, boolean fits, JsonNode json, List<String> problems) {
        if (!fits) {
            problems.add(where + " must be " + what + ", not " + json);
        }
    }
}

package io.plumbline.assess;

import io.plumbline.policy.ExplicitDeny;
import io.plumbline.policy.FullAdmin;
import io.plumbline.policy.PolicyDocument;
import io.plumbline.policy.PolicyReader;
import io.plumbline.policy.PolicyReading;
import io.plumbline.policy.PublicAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What policy documents grant. */
final class PolicyFunctions {
    private PolicyFunctions() {}

    static List<SqlFunction> all() {
        PolicyReader reader = new PolicyReader();
        return List.of(
                SqlFunction.java(
                        "full_admin_statements(document VARCHAR) -> JSON",
                        "The statements that allow every action on every resource: [{statement, index, conditioned}]; [] if there are none;"
                                + " NULL if the document is NULL or no JSON object.",
                        "full_admin_statements(document) as java_full_admin_statements(document)::json",
                        1,
                        arguments -> read(reader, arguments, PolicyFunctions::fullAdmin)),
                SqlFunction.java(
                        "public_statements(policy VARCHAR) -> JSON",
                        "The statements of a resource policy that let anyone in: [{statement, index, reasons: [...]}]; [] if there are none;"
                                + " NULL if the policy is NULL or no JSON object.",
                        "public_statements(policy) as java_public_statements(policy)::json",
                        1,
                        arguments -> read(reader, arguments, PolicyFunctions::publicAccess)),
                SqlFunction.java(
                        "denying_statements(policy VARCHAR, service VARCHAR, action VARCHAR, resource VARCHAR) -> VARCHAR[]",
                        "The unconditioned Deny statements that keep a service principal from an action on a resource, by name, such as"
                                + " denying_statements(policy, 'cloudwatch.amazonaws.com', 'sns:Publish', topic_arn); NULL if one of them"
                                + " is NULL or the policy is no JSON object.",
                        "denying_statements(policy, service, action, resource) as"
                                + " from_json(java_denying_statements(policy, service, action, resource), '[\"VARCHAR\"]')",
                        4,
                        arguments -> read(reader, arguments, document -> denying(document, arguments))),
                SqlFunction.java(
                        "policy_problem(document VARCHAR) -> VARCHAR",
                        "Why a policy document cannot be read; NULL if it can, or is NULL.",
                        "policy_problem(document) as java_policy_problem(document)",
                        1,
                        arguments -> switch (reader.read(arguments.getFirst())) {
                            case PolicyReading.Readable readable -> Optional.empty();
                            case PolicyReading.Unreadable unreadable ->
                                Optional.of(unreadable.problem().toString());
                        }));
    }

    private static Optional<String> read(
            PolicyReader reader, List<String> arguments, Function<PolicyDocument, Object> answer) {
        return switch (reader.read(arguments.getFirst())) {
            case PolicyReading.Readable readable -> Optional.of(JsonText.of(answer.apply(readable.document())));
            case PolicyReading.Unreadable unreadable -> Optional.empty();
        };
    }

    private static Object fullAdmin(PolicyDocument document) {
        return FullAdmin.statements(document).stream()
                .map(statement -> Ordered.of(
                        "statement",
                        statement.label(),
                        "index",
                        statement.index(),
                        "conditioned",
                        statement.conditioned()))
                .toList();
    }

    private static Object publicAccess(PolicyDocument document) {
        return PublicAccess.statements(document).stream()
                .map(found -> Ordered.of(
                        "statement",
                        found.statement().label(),
                        "index",
                        found.statement().index(),
                        "reasons",
                        found.reasons()))
                .toList();
    }

    private static Object denying(PolicyDocument document, List<String> arguments) {
        return ExplicitDeny.statements(document, arguments.get(1), arguments.get(2), arguments.get(3)).stream()
                .map(statement -> statement.label())
                .toList();
    }

    /** Three entries in their order, so that equal inputs give equal texts. */
    private static final class Ordered {
        static Map<String, Object> of(
                String key1, Object value1, String key2, Object value2, String key3, Object value3) {
            Map<String, Object> map = new java.util.LinkedHashMap<>();
            map.put(key1, value1);
            map.put(key2, value2);
            map.put(key3, value3);
            return map;
        }
    }
}

package io.plumbline.policy;

import io.plumbline.policy.Json.ListValue;
import io.plumbline.policy.Json.Literal;
import io.plumbline.policy.Json.Member;
import io.plumbline.policy.Json.Null;
import io.plumbline.policy.Json.ObjectValue;
import io.plumbline.policy.Json.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The members of one JSON object, taken out by name; what nobody took is a problem, and so is a name that stands twice. */
final class Members {
    private final ObjectValue object;
    private final String path;
    private final Problems problems;
    private final Map<String, Json> all;
    private final Map<String, Json> left;

    Members(ObjectValue object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        this.all = byName(object, path);
        this.left = new LinkedHashMap<>(all);
    }

    Optional<Json> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    void refuseTheRest() {
        left.forEach((name, value) ->
                problems.add(value, () -> path + "/" + name, "'" + name + "' is no element that belongs here"));
    }

    /** Adds a problem at the member, or at the object if it has no such member. */
    void report(String name, String message) {
        Json value = all.get(name);
        problems.add(value == null ? object : value, () -> value == null ? path : path + "/" + name, message);
    }

    Optional<String> text(String name) {
        Optional<Json> value = take(name);
        if (value.isPresent() && value.get() instanceof Text text) {
            return Optional.of(text.value());
        }
        value.ifPresent(wrong -> report(name, name + " takes a string, this is " + wrong.kind()));
        return Optional.empty();
    }

    List<String> texts(String name) {
        return take(name).map(value -> texts(value, path + "/" + name)).orElse(List.of());
    }

    Optional<Principals> principals(String name) {
        return take(name).map(value -> {
            if (value instanceof ObjectValue kinds) {
                Map<String, List<String>> byKind = new LinkedHashMap<>();
                byName(kinds, path + "/" + name)
                        .forEach((kind, names) -> byKind.put(kind, texts(names, path + "/" + name + "/" + kind)));
                return new Principals(byKind);
            }
            // IAM takes no bare text but the asterisk; a list around it could mean nothing else.
            if (texts(value, path + "/" + name).contains(Principals.ANY)) {
                return new Principals(Map.of(Principals.ANY, List.of(Principals.ANY)));
            }
            report(name, name + " takes \"*\" or an object, this is " + value.kind());
            return new Principals(Map.of());
        });
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        take("Condition").ifPresent(value -> {
            if (value instanceof ObjectValue operators) {
                byName(operators, path + "/Condition")
                        .forEach((operator, keys) -> conditions.addAll(conditions(operator, keys)));
            } else {
                report("Condition", "Condition takes an object, this is " + value.kind());
            }
        });
        return conditions;
    }

    private List<Condition> conditions(String operator, Json keys) {
        String operatorPath = path + "/Condition/" + operator;
        List<Condition> conditions = new ArrayList<>();
        if (keys instanceof ObjectValue object) {
            byName(object, operatorPath)
                    .forEach((key, values) -> conditions.add(new Condition(
                            ConditionOperator.of(operator), key, texts(values, operatorPath + "/" + key))));
        } else {
            problems.add(keys, () -> operatorPath, "a condition operator takes an object, this is " + keys.kind());
        }
        return conditions;
    }

    private Map<String, Json> byName(ObjectValue from, String at) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Member member : from.members()) {
            // The last one counts, as with most JSON readers.
            if (members.put(member.name(), member.value()) != null) {
                String message = "'" + member.name() + "' stands here more than once";
                problems.add(member.value(), () -> at + "/" + member.name(), message);
            }
        }
        return members;
    }

    private List<String> texts(Json value, String valuePath) {
        if (!(value instanceof ListValue list)) {
            return text(value, () -> valuePath).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.values().size(); i++) {
            int index = i;
            text(list.values().get(i), () -> valuePath + "/" + index).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<String> text(Json value, Supplier<String> valuePath) {
        return switch (value) {
            case Text text -> Optional.of(text.value());
            case Literal literal -> Optional.of(literal.value());
            case ObjectValue _, ListValue _, Null _ -> {
                problems.add(value, valuePath, "a string or a list of strings belongs here, this is " + value.kind());
                yield Optional.empty();
            }
        };
    }
}

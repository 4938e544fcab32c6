package io.plumbline.policy;

import io.plumbline.policy.Json.ListValue;
import io.plumbline.policy.Json.Literal;
import io.plumbline.policy.Json.Null;
import io.plumbline.policy.Json.ObjectValue;
import io.plumbline.policy.Json.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads policy documents. Any text gives an answer: strings stand for lists of one, a single statement for a list of statements;
 * what IAM's grammar does not know becomes a problem with its place and is left out. The names of elements have a case, as IAM has it:
 * {@code action} is an unknown element.
 */
public final class PolicyReader {
    private final JsonReader json = new JsonReader();

    /** Reads a document that is already URL-decoded. */
    public PolicyReading read(String text) {
        return reading(() -> json.read(text));
    }

    /** Reads a document from bytes in UTF-8, UTF-16 or UTF-32; columns then count bytes. */
    public PolicyReading read(byte[] bytes) {
        return reading(() -> json.read(bytes));
    }

    private static PolicyReading reading(JsonReader.Reading json) {
        try {
            Json value = json.value();
            return value instanceof ObjectValue object
                    ? document(object)
                    : new PolicyReading.Unreadable(
                            new Problem(value.at(""), "a policy is a JSON object, this is " + value.kind()));
        } catch (JsonReader.NotJson e) {
            return new PolicyReading.Unreadable(e.problem());
        }
    }

    private static PolicyReading document(ObjectValue object) {
        Problems problems = new Problems();
        Members members = new Members(object, "", problems);
        Optional<String> version = members.text("Version");
        Optional<String> id = members.text("Id");
        List<Statement> statements = statements(members, problems);
        members.refuseTheRest();
        return new PolicyReading.Readable(new PolicyDocument(version, id, statements), problems.found());
    }

    private static List<Statement> statements(Members document, Problems problems) {
        Optional<Json> value = document.take("Statement");
        if (value.isEmpty()) {
            document.report("Statement", "there is no Statement");
            return List.of();
        }
        return switch (value.get()) {
            case ObjectValue single -> List.of(statement(single, 0, "/Statement", problems));
            case ListValue list -> statements(list, problems);
            case Text _, Literal _, Null _ -> {
                document.report(
                        "Statement",
                        "Statement takes an object or a list of objects, this is "
                                + value.get().kind());
                yield List.of();
            }
        };
    }

    private static List<Statement> statements(ListValue list, Problems problems) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < list.values().size(); i++) {
            Json item = list.values().get(i);
            String path = "/Statement/" + i;
            if (item instanceof ObjectValue object) {
                statements.add(statement(object, i, path, problems));
            } else {
                problems.add(item, () -> path, "a statement is an object, this is " + item.kind());
            }
        }
        return statements;
    }

    private static Statement statement(ObjectValue object, int index, String path, Problems problems) {
        Members members = new Members(object, path, problems);
        Statement statement = new Statement(
                index,
                object.at(path),
                members.text("Sid"),
                effect(members),
                members.principals("Principal"),
                members.principals("NotPrincipal"),
                members.texts("Action"),
                members.texts("NotAction"),
                members.texts("Resource"),
                members.texts("NotResource"),
                members.conditions());
        members.refuseTheRest();
        return statement;
    }

    private static Optional<Effect> effect(Members members) {
        Optional<String> word = members.text("Effect");
        for (Effect effect : Effect.values()) {
            if (word.filter(effect.word()::equals).isPresent()) {
                return Optional.of(effect);
            }
        }
        members.report(
                "Effect",
                word.map(wrong -> "Effect takes Allow or Deny, this is '" + wrong + "'")
                        .orElse("there is no Effect"));
        return Optional.empty();
    }
}

package io.plumbline.assess;

import io.plumbline.model.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The {@code repairs:} of a case: reads what must come out, and says how what did differs from it. */
final class CaseRepairs {
    private static final String GLOBAL = "global";

    private CaseRepairs() {}

    /** Empty if the case does not say; without repairs if it says that none comes out. */
    static Optional<List<RuleCase.ExpectedRepair>> read(YamlMap yaml, Partition partition) {
        return yaml.has("repairs")
                ? Optional.of(yaml.list("repairs", "account", "unit", "calls", "before", "after", "note").stream()
                        .map(one -> new RuleCase.ExpectedRepair(
                                one.optionalText("account").orElse(CaseFile.ACCOUNT),
                                one.oneOrMore("unit").stream()
                                        .findFirst()
                                        .orElseThrow(() -> one.wrong("the key 'unit' is missing.")),
                                one.list("calls", "service", "operation", "region", "parameters").stream()
                                        .map(call -> call(call, partition))
                                        .toList(),
                                piece(one, "before"),
                                piece(one, "after"),
                                one.oneOrMore("note")))
                        .toList())
                : Optional.empty();
    }

    private static RepairCall call(YamlMap yaml, Partition partition) {
        String region = yaml.optionalText("region").orElse(GLOBAL);
        try {
            return new RepairCall(
                    yaml.text("service"),
                    yaml.text("operation"),
                    region.equals(GLOBAL) ? partition.homeRegion() : region,
                    json(yaml.anyMap("parameters").map(YamlMap::plain).orElse(Map.of())));
        } catch (IllegalArgumentException e) {
            throw yaml.wrong(e.getMessage() + ".");
        }
    }

    private static Optional<Optional<JsonNode>> piece(YamlMap yaml, String key) {
        if (!yaml.has(key)) {
            return Optional.empty();
        }
        Object plain = yaml.plain(key);
        return Optional.of(plain == null ? Optional.empty() : Optional.of(json(plain)));
    }

    /** Through text, so that equal numbers are equal whatever they were read as. */
    private static JsonNode json(Object plain) {
        return JsonText.node(JsonText.of(plain));
    }

    /** What is not as a case says, and what AWS's API would refuse. */
    static List<String> differences(
            Optional<List<RuleCase.ExpectedRepair>> expected, List<Repair> found, CallModel model) {
        List<String> problems = new ArrayList<>();
        Map<String, Repair> left = new LinkedHashMap<>();
        for (Repair repair : found) {
            left.put(repair.accountId() + " " + repair.unit(), repair);
            repair.calls()
                    .forEach(call -> model.problems(call)
                            .forEach(problem -> problems.add("the repair of " + repair.unit() + ": " + problem)));
        }
        expected.ifPresent(all -> {
            for (RuleCase.ExpectedRepair one : all) {
                Repair repair = left.remove(one.account() + " " + one.unit());
                if (repair == null) {
                    problems.add("no repair of the unit " + one.unit() + " of account " + one.account() + " came out");
                } else {
                    compare(one, repair, problems);
                }
            }
            left.values()
                    .forEach(repair -> problems.add(
                            "a repair came out that is not expected: of " + repair.unit() + ", " + repair.calls()));
        });
        return problems;
    }

    private static void compare(RuleCase.ExpectedRepair expected, Repair repair, List<String> problems) {
        String where = "the repair of " + repair.unit() + ": ";
        if (!expected.calls().equals(repair.calls())) {
            problems.add(where + "the calls should be " + expected.calls() + ", they are " + repair.calls());
        }
        piece(expected.before(), repair.before(), where + "before", problems);
        piece(expected.after(), repair.after(), where + "after", problems);
        String note = repair.note().orElse("");
        expected.notes().stream()
                .filter(text -> !note.contains(text))
                .forEach(text -> problems.add(where + "the note should contain '" + text + "', it is '" + note + "'"));
    }

    private static void piece(
            Optional<Optional<JsonNode>> expected, Optional<JsonNode> found, String what, List<String> problems) {
        expected.filter(piece -> !piece.equals(found))
                .ifPresent(piece -> problems.add(what + " should be " + text(piece) + ", it is " + text(found)));
    }

    private static String text(Optional<JsonNode> piece) {
        return piece.map(JsonNode::toString).orElse("nothing");
    }
}

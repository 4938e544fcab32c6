package io.plumbline.assess;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How one failed unit is repaired: the calls, in order, and what they change. It changes nothing by itself. Whatever applies repairs takes
 * it as it is: it holds every parameter, and what to compare with before the first call and after the last one.
 *
 * @param rule the rule's id
 * @param region the unit's
 * @param calls empty where the choice that is missing is a person's; the note says which
 * @param before the piece of configuration that the calls change, as it is; empty if there is none yet
 * @param after the same as it will be; empty if it will be gone, or if there are no calls
 * @param note what a person must know first
 */
public record Repair(
        String rule,
        String accountId,
        String unit,
        String region,
        List<RepairCall> calls,
        Optional<JsonNode> before,
        Optional<JsonNode> after,
        Optional<String> note) {

    public Repair {
        calls = List.copyOf(calls);
    }

    /** The IAM actions that all calls together need, each once, in order. */
    public List<String> actions() {
        return calls.stream()
                .flatMap(call -> call.actions().stream())
                .distinct()
                .toList();
    }
}

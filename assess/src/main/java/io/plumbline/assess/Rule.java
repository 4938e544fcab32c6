package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as its folder says (DESIGN, section 3).
 *
 * @param id name of its folder
 * @param service name of the folder above
 * @param origin where the folder is, for messages
 * @param builtIn whether it came with the program, not from a user's own folder
 * @param unit what it judges, in words
 * @param attestable whether a person's answer may settle a MANUAL unit
 * @param attest the question to that person
 * @param missing what a list that was not read does to the verdicts, unless {@code missingOf} says otherwise
 * @param missingOf the same for tables that the rule only looks things up in
 * @param optional tables and {@code table.column}s that are evidence only: without them the verdict stands
 * @param focus for a table or {@code table.column} the SELECT of {@code key, account_id, region} that names the rows needed
 * @param views the views that its SELECT reads
 * @param sql its SELECT; blank as long as nobody has written it
 * @param cases text of its {@code cases.yaml}; blank as long as nobody has written it
 * @param repair how what it found is repaired; empty where no call can
 */
public record Rule(
        String id,
        String service,
        String origin,
        boolean builtIn,
        String title,
        Severity severity,
        String category,
        Automation automation,
        String unit,
        String meaning,
        String why,
        Fix fix,
        boolean attestable,
        Optional<String> attest,
        Map<String, Parameter> parameters,
        List<String> references,
        Missing missing,
        Map<String, Missing> missingOf,
        Set<String> optional,
        Map<String, String> focus,
        List<View> views,
        String sql,
        String cases,
        Optional<RepairQuery> repair) {

    /** Whether both its SQL and its cases are written. An unfinished rule is listed, but cannot be run. */
    public boolean finished() {
        return !sql.isBlank() && !cases.isBlank();
    }

    /** Whether calls can repair what it found, at least some of it. */
    public boolean repairable() {
        return repair.isPresent();
    }

    /**
     * One of its parameters.
     *
     * @throws BadInput if it has none of that name, with the nearest
     */
    public Parameter parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new BadInput(
                    "The rule " + id + " has no parameter '" + name + "'. " + Nearest.hint(name, parameters.keySet()));
        }
        return parameter;
    }
}

package io.plumbline.policy;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy. Strings and lists of strings are the same here: a list; an element that is absent is an empty list.
 *
 * @param index the position in the document, from 0
 * @param location where the statement starts
 * @param effect empty if the element is missing or is neither Allow nor Deny: such a statement grants and denies nothing
 * @param conditions all have to hold
 */
public record Statement(
        int index,
        Location location,
        Optional<String> sid,
        Optional<Effect> effect,
        Optional<Principals> principal,
        Optional<Principals> notPrincipal,
        List<String> actions,
        List<String> notActions,
        List<String> resources,
        List<String> notResources,
        List<Condition> conditions) {

    public Statement {
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
        resources = List.copyOf(resources);
        notResources = List.copyOf(notResources);
        conditions = List.copyOf(conditions);
    }

    /** Whether the Effect is Allow. */
    public boolean allows() {
        return effect.filter(Effect.ALLOW::equals).isPresent();
    }

    /** Whether the Effect is Deny. */
    public boolean denies() {
        return effect.filter(Effect.DENY::equals).isPresent();
    }

    /** Whether some condition has to hold; an empty Condition is none. */
    public boolean conditioned() {
        return !conditions.isEmpty();
    }

    /** How to name the statement to a person: its Sid, or its position counted from 0 as in JSON paths. */
    public String label() {
        return sid.filter(name -> !name.isBlank()).orElse("statement " + index);
    }

    /** Whether the statement speaks about the action, by Action or by NotAction; the case of actions does not matter. */
    public boolean coversAction(String action) {
        if (!notActions.isEmpty()) {
            return notActions.stream().noneMatch(pattern -> Glob.ignoringCase(pattern, action));
        }
        return actions.stream().anyMatch(pattern -> Glob.ignoringCase(pattern, action));
    }

    /** Whether the statement speaks about the resource, by Resource or by NotResource. Variables are taken literally. */
    public boolean coversResource(String resource) {
        if (!notResources.isEmpty()) {
            return notResources.stream().noneMatch(pattern -> Glob.matches(pattern, resource));
        }
        return resources.stream().anyMatch(pattern -> Glob.matches(pattern, resource));
    }
}

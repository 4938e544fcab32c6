package io.plumbline.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The check of CIS AWS Foundations 1.22: which statements allow everything on everything. A statement does if its Effect is Allow, one
 * member of Action is made of asterisks with at most one colon between them, and one member of Resource is made of asterisks only. A
 * Condition does not save it, it is only told; NotAction and NotResource are other checks; a Deny elsewhere takes nothing back.
 */
public final class FullAdmin {
    // Two runs of asterisks that cannot match the same text: linear.
    private static final Pattern EVERY_ACTION = Pattern.compile("\\*++(?::\\*++)?+");
    private static final Pattern EVERY_RESOURCE = Pattern.compile("\\*++");

    private FullAdmin() {}

    /** The statements that allow everything, in the order of the document; {@link Statement#conditioned} says what limits them. */
    public static List<Statement> statements(PolicyDocument document) {
        return document.statements().stream()
                .filter(FullAdmin::allowsEverything)
                .toList();
    }

    private static boolean allowsEverything(Statement statement) {
        return statement.allows()
                && statement.actions().stream()
                        .anyMatch(action -> EVERY_ACTION.matcher(action).matches())
                && statement.resources().stream()
                        .anyMatch(resource -> EVERY_RESOURCE.matcher(resource).matches());
    }
}

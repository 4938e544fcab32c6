package io.plumbline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check of CIS AWS Foundations 2.3 on a resource policy: which statements let anyone in. A statement does if its Effect is Allow,
 * its Principal is everybody (or it has a NotPrincipal, which lets in everybody but a few) and no condition limits it to callers whom
 * somebody knows. One limiting condition is enough, since all have to hold. Deny statements are not looked at.
 */
public final class PublicAccess {
    private PublicAccess() {}

    /**
     * A statement that lets anyone in.
     *
     * @param reasons why: the principal first, then for every condition why it limits nobody
     */
    public record PublicStatement(Statement statement, List<String> reasons) {
        public PublicStatement {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String toString() {
            return statement.label() + ": " + String.join("; ", reasons);
        }
    }

    /** The statements that let anyone in, in the order of the document. */
    public static List<PublicStatement> statements(PolicyDocument document) {
        return document.statements().stream()
                .filter(Statement::allows)
                .flatMap(statement -> judged(statement).stream())
                .toList();
    }

    private static Optional<PublicStatement> judged(Statement statement) {
        Optional<String> everybody = everybody(statement);
        if (everybody.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>(List.of(everybody.get()));
        for (Condition condition : statement.conditions()) {
            Optional<String> weakness = Limits.weakness(condition, statement.conditions());
            if (weakness.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(weakness.get());
        }
        if (statement.conditions().isEmpty()) {
            reasons.add("there is no Condition");
        }
        return Optional.of(new PublicStatement(statement, reasons));
    }

    private static Optional<String> everybody(Statement statement) {
        if (statement.notPrincipal().isPresent()) {
            return Optional.of("NotPrincipal with Allow lets in everybody who is not named");
        }
        return statement.principal().filter(Principals::anyone).map(_ -> "Principal is everybody");
    }
}

package io.plumbline.policy;

import java.util.List;

/**
 * Which statements of a resource policy shut a service out whatever the request: for monitoring controls, an SNS topic whose policy
 * keeps {@code cloudwatch.amazonaws.com} from {@code sns:Publish} (monitoring spec, step 6).
 */
public final class ExplicitDeny {
    private ExplicitDeny() {}

    /**
     * The unconditioned Deny statements that hit the service, in the order of the document. A Deny with NotPrincipal hits every service
     * that it does not name. A Deny with a Condition is left out: it needs a request to be judged.
     *
     * @param service a service principal, such as {@code cloudwatch.amazonaws.com}
     * @param action such as {@code sns:Publish}
     * @param resource the ARN that the service acts on
     */
    public static List<Statement> statements(PolicyDocument document, String service, String action, String resource) {
        return document.statements().stream()
                .filter(statement -> statement.denies() && !statement.conditioned())
                .filter(statement -> hits(statement, service))
                .filter(statement -> statement.coversAction(action) && statement.coversResource(resource))
                .toList();
    }

    private static boolean hits(Statement statement, String service) {
        return statement
                .principal()
                .map(principals -> principals.includesService(service))
                .or(() -> statement.notPrincipal().map(exempt -> !exempt.includesService(service)))
                .orElse(false);
    }
}

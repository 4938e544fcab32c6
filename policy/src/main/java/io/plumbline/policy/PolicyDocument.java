package io.plumbline.policy;

import java.util.List;
import java.util.Optional;

/**
 * An IAM policy: of an identity, a resource, an organization or a trust relation.
 *
 * @param version {@code 2012-10-17} or {@code 2008-10-17}; absent means the older one, which has no variables
 * @param statements in the order of the document; one statement that is not in a list is a list of one
 */
public record PolicyDocument(Optional<String> version, Optional<String> id, List<Statement> statements) {
    public PolicyDocument {
        statements = List.copyOf(statements);
    }
}

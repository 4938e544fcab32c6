package io.plumbline.server;

import io.plumbline.ledger.Role;
import java.util.List;
import java.util.Optional;

/**
 * An operation of {@code openapi.yaml}.
 *
 * @param id its operationId
 * @param path as it stands there, with parameters in braces
 * @param open whether one need not be signed in
 * @param role the least role that may call it
 * @param everything whether only those may who see every account
 * @param more whether parameters may come that the document does not name: others lead here, and say more than we ask
 * @param bodyType media type of the body that it takes; empty if it takes none
 * @param success the status of an answer that went well
 */
record Operation(
        String id,
        Method method,
        String path,
        boolean open,
        Role role,
        boolean everything,
        List<Parameter> parameters,
        boolean more,
        Optional<String> bodyType,
        Optional<BodySchema> body,
        int success) {

    /** What HTTP calls the deed. */
    enum Method {
        GET,
        POST,
        PUT,
        DELETE;

        /** Whether a call changes something, so that a browser must prove that our page sent it. */
        boolean changes() {
            return this != GET;
        }
    }
}

package io.plumbline.server;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.List;

/** What a JSON body must be, checked against the document's own schema. */
final class BodySchema {
    private final Schema schema;

    BodySchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Checks a body.
     *
     * @throws Problem that names the place and what is wrong there
     */
    void check(String json) {
        List<Error> errors;
        try {
            errors = schema.validate(
                    json,
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        } catch (RuntimeException e) {
            throw Problem.badRequest("The body is no JSON.");
        }
        if (!errors.isEmpty()) {
            Error first = errors.getFirst();
            throw Problem.badRequest(
                    "The body is wrong at " + place(first) + ": " + String.valueOf(first.getMessage()) + ".");
        }
    }

    private static String place(Error error) {
        String path = String.valueOf(error.getInstanceLocation());
        return path.isEmpty() || path.equals("$") ? "its top" : path;
    }
}

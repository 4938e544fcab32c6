package io.plumbline.policy;

import java.util.List;

/** Short ways to documents, for tests. */
final class Policies {
    private Policies() {}

    static PolicyReading.Readable readable(String text) {
        return switch (new PolicyReader().read(text)) {
            case PolicyReading.Readable readable -> readable;
            case PolicyReading.Unreadable unreadable ->
                throw new AssertionError(unreadable.problem().toString());
        };
    }

    static PolicyDocument document(String text) {
        return readable(text).document();
    }

    /** A document of one statement, given without its braces. */
    static PolicyDocument of(String members) {
        PolicyReading.Readable readable = readable("{\"Statement\": {" + members + "}}");
        if (!readable.problems().isEmpty()) {
            throw new AssertionError(readable.problems().toString());
        }
        return readable.document();
    }

    static String json(List<String> texts) {
        return texts.toString().replace("[", "[\"").replace("]", "\"]").replace(", ", "\", \"");
    }
}

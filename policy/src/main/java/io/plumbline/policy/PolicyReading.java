package io.plumbline.policy;

import java.util.List;

/** What came of reading a policy: a document, perhaps with problems, or none at all. */
public sealed interface PolicyReading {

    /** The text is a JSON object. What we did not understand in it is listed, and left out of the document. */
    @SuppressWarnings("AvoidCommonTypeNames") // nobody would take it for a source of characters
    record Readable(PolicyDocument document, List<Problem> problems) implements PolicyReading {
        public Readable {
            problems = List.copyOf(problems);
        }
    }

    /** The text is no JSON object: nobody knows what it grants. */
    record Unreadable(Problem problem) implements PolicyReading {}
}

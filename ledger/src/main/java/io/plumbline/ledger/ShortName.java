package io.plumbline.ledger;

import io.plumbline.model.BadInput;

/** What people call the things that they make. */
final class ShortName {
    private static final int LONGEST = 100;

    private ShortName() {}

    /**
     * Looks at a name.
     *
     * @param of what it is the name of, such as {@code A route}
     * @param saying what it should say, such as {@code that says what it tells}; may be empty
     * @throws BadInput if it is none
     */
    static void check(String name, String of, String saying) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new BadInput(of + " needs a name of 1 to " + LONGEST + " letters"
                    + (saying.isEmpty() ? "" : " " + saying) + ".");
        }
    }
}

package io.plumbline.cli;

/** What the process ends with; scripts rely on it. */
final class ExitCode {
    /** Done; also when controls failed. */
    static final int DONE = 0;

    /** Something is wrong: bad input, no account readable, a rule's own test failed. */
    static final int ERROR = 1;

    /** The command was called wrongly. */
    static final int USAGE = 2;

    /** A unit failed at or above the severity that {@code --fail-on} names. */
    static final int FAILED_UNIT = 3;

    /** Some cells could not be read, and {@code --strict} was given. */
    static final int GAPS = 4;

    private ExitCode() {}
}

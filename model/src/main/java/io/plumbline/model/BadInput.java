package io.plumbline.model;

/**
 * Something that a person gave us is wrong. The message says what is wrong, where, why, and what to do; it is printed as it stands,
 * without a stack trace, and the process ends with a code that is not zero.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}

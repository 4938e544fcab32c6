package io.plumbline.cli;

/** What the {@link FaultProxy} does with a request. */
sealed interface Reply {
    /** Hands it on and brings the answer back. */
    record Honest() implements Reply {}

    /** Closes the connection without a word. */
    record Cut() implements Reply {}

    /** Hands it on and brings half of the answer back, then closes the connection. */
    record Half() implements Reply {}

    /**
     * Answers itself.
     *
     * @param errorType the header by which some services name an error, or empty
     */
    record Answer(int status, String contentType, String errorType, String body) implements Reply {}
}

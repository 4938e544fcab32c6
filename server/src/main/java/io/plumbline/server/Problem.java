package io.plumbline.server;

/** A request that cannot be answered as asked; becomes an {@code application/problem+json} (RFC 9457). */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "The request is not right", detail);
    }

    static Problem notSignedIn() {
        return new Problem(401, "Nobody is signed in", "Sign in, or send a token that is still good.");
    }

    static Problem wrongPassword() {
        return new Problem(
                401, "The name or the password is wrong", "Try again. After some failures this takes longer.");
    }

    /** The password was right; a program tells this from a wrong one by the title. */
    static Problem codeNeeded() {
        return new Problem(401, "A code is needed", "Give the code that the second factor shows now.");
    }

    /** Somebody came from an identity provider with something that does not fit. */
    static Problem signInFailed(String detail) {
        return new Problem(401, "Signing in did not work", detail);
    }

    /** It is sure who they are, and they may not come in. */
    static Problem notLetIn(String detail) {
        return new Problem(403, "You are not let in", detail);
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "This is not allowed to you", detail);
    }

    /** Also for what is there and outside of the caller's scope. */
    static Problem notFound(String detail) {
        return new Problem(404, "There is no such thing", detail);
    }

    static Problem conflict(String detail) {
        return new Problem(409, "It is not in the state for this", detail);
    }

    static Problem notTaken(String detail) {
        return new Problem(422, "This cannot be taken", detail);
    }

    static Problem tooMany(String detail) {
        return new Problem(429, "Too many tries", detail);
    }

    static Problem wrongMedia(String detail) {
        return new Problem(415, "The body is of the wrong type", detail);
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, "The request is too large", detail);
    }

    static Problem notReady(String detail) {
        return new Problem(503, "Not ready", detail);
    }
}

package io.plumbline.ledger;

/** What came of an attempt to sign in. */
public sealed interface SignIn {
    /** It is who they say. */
    record Welcome(Person person) implements SignIn {}

    /** Name and password are right, and the code of their second factor is missing. */
    record CodeNeeded() implements SignIn {}

    /** Something is wrong; what, nobody learns. */
    record Refused() implements SignIn {}
}

package io.plumbline.ledger;

/**
 * Somebody who is signed in.
 *
 * @param csrf what a request that changes something must bring along; whoever has only the cookie's effect, and not its value, cannot know it
 */
public record Session(Person person, String csrf) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "Session[" + person.name() + "]";
    }
}

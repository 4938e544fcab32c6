package io.plumbline.policy;

/**
 * Something in a policy document that IAM's grammar does not know. The document is read as far as it makes sense all the same.
 *
 * @param message what is wrong, in our words
 */
public record Problem(Location location, String message) {
    @Override
    public String toString() {
        return location + ": " + message;
    }
}

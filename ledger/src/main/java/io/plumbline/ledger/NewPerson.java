package io.plumbline.ledger;

/**
 * A person with a password that was made for them.
 *
 * @param password to be given to them and kept nowhere
 */
public record NewPerson(Person person, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "NewPerson[" + person.name() + "]";
    }
}

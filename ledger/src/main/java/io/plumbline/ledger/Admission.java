package io.plumbline.ledger;

/** What came of somebody's arrival from an identity provider. */
public sealed interface Admission {
    /** They may come in. */
    record Admitted(Person person) implements Admission {}

    /**
     * They may not.
     *
     * @param why what stands in the way and who can change it, for them to read
     */
    record Refused(String why) implements Admission {}
}

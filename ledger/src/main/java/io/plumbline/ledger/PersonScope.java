package io.plumbline.ledger;

import java.util.List;

/**
 * The accounts that a person may see: those named and those in the organizational units, now and later. All, if both are empty.
 *
 * @param accounts ids
 * @param ous names or ids; a unit stands for those below it too
 */
public record PersonScope(List<String> accounts, List<String> ous) {
    /** All accounts. */
    public static final PersonScope ALL = new PersonScope(List.of(), List.of());

    public PersonScope {
        accounts = List.copyOf(accounts);
        ous = List.copyOf(ous);
    }
}

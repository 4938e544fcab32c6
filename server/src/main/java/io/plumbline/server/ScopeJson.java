package io.plumbline.server;

import io.plumbline.ledger.PersonScope;
import java.util.List;

/** The accounts that somebody may see; both lists empty for all. */
record ScopeJson(List<String> accounts, List<String> ous) {
    static ScopeJson of(PersonScope scope) {
        return new ScopeJson(scope.accounts(), scope.ous());
    }

    PersonScope scope() {
        return new PersonScope(accounts, ous);
    }
}

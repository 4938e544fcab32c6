package io.plumbline.ledger;

import java.util.Optional;

/** What shall be another with a person; what is empty stays. */
public record PersonChange(Optional<Role> role, Optional<PersonScope> scope, Optional<Boolean> active) {}

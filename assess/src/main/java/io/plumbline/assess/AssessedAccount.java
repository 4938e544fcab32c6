package io.plumbline.assess;

import io.plumbline.snapshot.Manifest;

/**
 * An account in scope.
 *
 * @param status as AWS Organizations says; one that is not ACTIVE is listed and has no rows
 * @param entered whether its role could be assumed; if not, all its controls are UNKNOWN
 */
public record AssessedAccount(String id, String name, String status, boolean entered) {
    static AssessedAccount of(Manifest.Account account) {
        return new AssessedAccount(account.id(), account.name(), account.status(), account.entered());
    }
}

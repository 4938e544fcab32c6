package io.plumbline.assess;

/**
 * An account in scope.
 *
 * @param status as AWS Organizations says; one that is not ACTIVE is listed and has no rows
 * @param entered whether its role could be assumed; if not, all its controls are UNKNOWN
 */
public record AssessedAccount(String id, String name, String status, boolean entered) {}

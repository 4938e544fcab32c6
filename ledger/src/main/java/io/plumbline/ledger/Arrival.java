package io.plumbline.ledger;

/**
 * Somebody whom an identity provider vouches for.
 *
 * @param issuer the provider
 * @param subject what it calls them for ever
 * @param name what they are called here, if they are new
 * @param role what their groups give them now
 * @param scope the accounts that their groups let them see now
 */
public record Arrival(String issuer, String subject, String name, Role role, PersonScope scope) {}

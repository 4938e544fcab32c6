package io.plumbline.ledger;

/**
 * Where a control's numbers stand: a rule in an account.
 *
 * @param rule the rule's id
 */
public record RuleAccount(String rule, String accountId) {}

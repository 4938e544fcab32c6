package io.plumbline.ledger;

import io.plumbline.model.Severity;

/**
 * Findings of one rule, asset or account.
 *
 * @param key the rule's id, the asset's ARN or, where there is none, the unit, or the account's id
 * @param label what people call it
 * @param severity the worst among them
 * @param accounts how many accounts have one
 */
public record FindingGroup(
        String key,
        String label,
        Severity severity,
        long findings,
        long critical,
        long high,
        long medium,
        long low,
        long accounts) {

    /** What findings are grouped by. */
    public enum By {
        RULE("f.rule", "f.rule"),
        ASSET("coalesce(f.asset, f.unit)", "coalesce(f.asset, f.unit)"),
        ACCOUNT("f.account_id", "coalesce((select name from account where id = f.account_id), f.account_id)");

        private final String key;
        private final String label;

        By(String key, String label) {
            this.key = key;
            this.label = label;
        }

        String key() {
            return key;
        }

        String label() {
            return label;
        }
    }
}

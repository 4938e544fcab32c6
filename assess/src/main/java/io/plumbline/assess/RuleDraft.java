package io.plumbline.assess;

import io.plumbline.model.Severity;
import java.util.Optional;

/**
 * A query that somebody wants to keep as a rule.
 *
 * @param sql one SELECT with the column {@code account_id}
 * @param unit the column that names what is judged
 * @param asset the column with the ARN of the AWS thing behind it
 */
public record RuleDraft(
        String id,
        String title,
        Severity severity,
        String category,
        String meaning,
        String sql,
        String unit,
        Optional<String> asset,
        Fails fails) {

    /** What makes a unit fail. */
    public enum Fails {
        /** That it comes out. */
        EVERY_ROW,
        /** Its column {@code status}. */
        STATUS
    }
}

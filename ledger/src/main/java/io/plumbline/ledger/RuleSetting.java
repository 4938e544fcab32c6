package io.plumbline.ledger;

import java.time.Instant;

/**
 * A value that somebody set for a parameter of a rule.
 *
 * @param value a whole number, truth, text or list of texts, as the parameter has it
 * @param reason why it is right
 */
public record RuleSetting(
        String rule, String parameter, SettingPlace place, Object value, String reason, String by, Instant at) {

    /** What the audit log calls it. */
    public String subject() {
        return subject(rule, parameter, place);
    }

    static String subject(String rule, String parameter, SettingPlace place) {
        return (rule + " " + parameter + " " + place.kind() + " " + place.name()).strip();
    }
}

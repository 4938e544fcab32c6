package io.plumbline.assess;

import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What verdicts are of: {@code verdicts.json}, written last, so a folder that has one is whole.
 *
 * @param format number of this layout
 * @param snapshot the snapshot's id
 * @param taken the snapshot's time, UTC
 * @param now what every rule took for now, UTC
 * @param partition the AWS partition
 * @param frameworks ids of the frameworks asked for
 * @param rules those that judged, ordered by id
 * @param accounts only these accounts were asked for; empty for all
 * @param regionsAsked only units of these regions and global ones were asked for; empty for all
 * @param tags only units whose asset carries these were asked for; empty for all
 * @param regions how many regions of at least one account were read
 * @param settings parameters that were set for the rules that judged; empty where an older Plumbline wrote this and kept none
 * @param messages what a person should know
 * @param files by name
 */
public record VerdictHead(
        int format,
        String snapshot,
        Instant taken,
        Instant now,
        String partition,
        List<String> frameworks,
        List<JudgingRule> rules,
        Set<String> accounts,
        Set<String> regionsAsked,
        Map<String, String> tags,
        int regions,
        Optional<RuleSettings> settings,
        List<String> messages,
        Map<String, VerdictFile> files) {

    /** What is written. */
    static final int FORMAT = 1;

    /**
     * A rule that judged.
     *
     * @param severity as it was when it judged
     * @param missing what a list that was not read does to its verdicts
     * @param tables those without which its verdicts are not certain, sorted
     */
    public record JudgingRule(String id, Severity severity, Missing missing, List<String> tables) {}

    /**
     * A file as it was written.
     *
     * @param sha256 lower-case hexadecimal
     */
    public record VerdictFile(long rows, long bytes, String sha256) {}

    /** A rule by its id; empty if it did not judge. */
    public Optional<JudgingRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}

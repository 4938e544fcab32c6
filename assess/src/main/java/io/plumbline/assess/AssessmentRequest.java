package io.plumbline.assess;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to judge, and what is known beside the data.
 *
 * @param frameworks ids of the frameworks asked for
 * @param controls what to judge, in benchmark order
 * @param settings parameters of rules
 * @param waivers exceptions, expired ones too
 * @param attestations people's answers, expired ones too
 * @param now what to take for now instead of the snapshot's time
 * @param countNotApplicableAsPass whether N/A units count as checked, for totals as some other tools show them
 * @param accounts only these accounts' rows; empty for all
 * @param regions only units of these regions and global ones; empty for all
 * @param tags only units whose asset carries all of these; empty for all
 */
public record AssessmentRequest(
        List<String> frameworks,
        List<SelectedControl> controls,
        RuleSettings settings,
        List<Waiver> waivers,
        List<Attestation> attestations,
        Optional<Instant> now,
        boolean countNotApplicableAsPass,
        Set<String> accounts,
        Set<String> regions,
        Map<String, String> tags) {

    /** What is selected, with every default, no exceptions and no attestations. */
    public static AssessmentRequest of(Catalog catalog, Selection selection) {
        return new AssessmentRequest(
                selection.frameworks(),
                catalog.select(selection),
                RuleSettings.STANDARD,
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                selection.accounts(),
                selection.regions(),
                selection.tags());
    }

    public AssessmentRequest withSettings(RuleSettings changed) {
        return new AssessmentRequest(
                frameworks,
                controls,
                changed,
                waivers,
                attestations,
                now,
                countNotApplicableAsPass,
                accounts,
                regions,
                tags);
    }

    public AssessmentRequest withWaivers(List<Waiver> changed) {
        return new AssessmentRequest(
                frameworks,
                controls,
                settings,
                changed,
                attestations,
                now,
                countNotApplicableAsPass,
                accounts,
                regions,
                tags);
    }

    public AssessmentRequest withAttestations(List<Attestation> changed) {
        return new AssessmentRequest(
                frameworks,
                controls,
                settings,
                waivers,
                changed,
                now,
                countNotApplicableAsPass,
                accounts,
                regions,
                tags);
    }

    public AssessmentRequest withNow(Instant changed) {
        return new AssessmentRequest(
                frameworks,
                controls,
                settings,
                waivers,
                attestations,
                Optional.of(changed),
                countNotApplicableAsPass,
                accounts,
                regions,
                tags);
    }

    public AssessmentRequest withCountNotApplicableAsPass(boolean changed) {
        return new AssessmentRequest(
                frameworks, controls, settings, waivers, attestations, now, changed, accounts, regions, tags);
    }

    /** The rules to run, each once, in benchmark order. */
    List<Rule> rules() {
        return controls.stream().map(SelectedControl::rule).distinct().toList();
    }
}

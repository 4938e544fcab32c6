package io.plumbline.filter;

import java.util.List;
import java.util.Optional;

/**
 * What one filter does with each witness of a control, so that several filters can be judged together.
 *
 * @param positives one for each positive witness in the order of {@link Witnesses#positives}, retired ones included
 * @param negatives one for each negative witness
 * @param warnings one for each witness that should not match
 * @param advised one for each witness that had better match
 * @param parseError why AWS would refuse the pattern; then nothing matches
 * @param unsupported why we cannot judge the pattern; then nothing matches as far as we know
 */
public record FilterMatches(
        String control,
        List<Hit> positives,
        List<Hit> negatives,
        List<Hit> warnings,
        List<Hit> advised,
        Optional<String> parseError,
        Optional<String> unsupported) {

    /** Whether the filter matches the witness. */
    public record Hit(Witness witness, Match match) {}

    public FilterMatches {
        positives = List.copyOf(positives);
        negatives = List.copyOf(negatives);
        warnings = List.copyOf(warnings);
        advised = List.copyOf(advised);
    }

    /** Where the filter is specific: the readings under which it matches no negative witness. */
    Match specific() {
        return any(negatives).not();
    }

    /** Whether the filter may match a positive witness at all. */
    boolean isRelevant() {
        return any(positives).answer() != Answer.FALSE;
    }

    /** Whether there is a reading under which the filter matches a positive witness and no negative one. */
    public boolean isUseful() {
        return any(positives).and(specific()).answer() != Answer.FALSE;
    }

    private static Match any(List<Hit> hits) {
        return hits.stream().map(Hit::match).reduce(Match.NEVER, Match::or);
    }
}

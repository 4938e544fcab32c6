package io.plumbline.ledger;

import io.plumbline.model.Status;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Results of scored rules in accounts by their status, each rule in each account once for every control that it checks.
 */
public record Score(long passed, long failed, long unknown, long manual, long notApplicable) {
    /** Of nothing. */
    public static final Score NONE = new Score(0, 0, 0, 0, 0);

    /** Passed of passed and failed; empty if there are neither. */
    public OptionalDouble share() {
        return passed + failed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) passed / (passed + failed));
    }

    static Score of(Collection<Status> results) {
        Score score = NONE;
        for (Status status : results) {
            score = score.plus(status, 1);
        }
        return score;
    }

    /** With so many more of a status; less, if negative. */
    Score plus(Status status, long more) {
        return switch (status) {
            case PASS -> new Score(passed + more, failed, unknown, manual, notApplicable);
            case FAIL -> new Score(passed, failed + more, unknown, manual, notApplicable);
            case UNKNOWN -> new Score(passed, failed, unknown + more, manual, notApplicable);
            case MANUAL -> new Score(passed, failed, unknown, manual + more, notApplicable);
            case NOT_APPLICABLE -> new Score(passed, failed, unknown, manual, notApplicable + more);
        };
    }
}

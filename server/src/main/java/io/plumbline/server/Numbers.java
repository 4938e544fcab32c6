package io.plumbline.server;

import io.plumbline.ledger.Counts;
import io.plumbline.ledger.Score;
import java.util.Optional;

/** Scores and counts, as the document has them. */
final class Numbers {
    private Numbers() {}

    /**
     * Over scored rule × account results.
     *
     * @param share passed ÷ (passed + failed); absent where there is neither
     */
    record ScoreJson(Optional<Double> share, long passed, long failed, long unknown, long manual, long notApplicable) {
        static ScoreJson of(Score score) {
            return new ScoreJson(
                    score.share().isPresent() ? Optional.of(score.share().getAsDouble()) : Optional.empty(),
                    score.passed(),
                    score.failed(),
                    score.unknown(),
                    score.manual(),
                    score.notApplicable());
        }
    }

    /** Units. */
    record CountsJson(
            long failed, long checked, long excepted, long notApplicable, long manual, long unknown, long affected) {
        static CountsJson of(Counts counts) {
            return new CountsJson(
                    counts.failed(),
                    counts.checked(),
                    counts.excepted(),
                    counts.notApplicable(),
                    counts.manual(),
                    counts.unknown(),
                    counts.affected());
        }
    }
}

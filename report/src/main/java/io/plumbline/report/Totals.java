package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.model.Status;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Results of control × account, counted by status. The score is the share of PASS among the scored results that passed or failed; what is
 * unknown, manual or not applicable is in neither of its numbers.
 *
 * @param excepted failed units under an exception; each once, however many controls its rule serves
 */
record Totals(
        long passed,
        long failed,
        long unknown,
        long manual,
        long notApplicable,
        long excepted,
        long scoredPassed,
        long scoredFailed) {

    private record Judged(String rule, String accountId) {}

    static Totals of(List<ControlResult> controls) {
        Map<Status, Long> byStatus = new EnumMap<>(Status.class);
        long excepted = 0;
        Set<Judged> counted = new HashSet<>();
        long scoredPassed = 0;
        long scoredFailed = 0;
        for (ControlResult control : controls) {
            byStatus.merge(control.status(), 1L, Long::sum);
            excepted += counted.add(new Judged(control.rule(), control.accountId())) ? control.excepted() : 0;
            scoredPassed += control.scored() && control.status() == Status.PASS ? 1 : 0;
            scoredFailed += control.scored() && control.status() == Status.FAIL ? 1 : 0;
        }
        return new Totals(
                byStatus.getOrDefault(Status.PASS, 0L),
                byStatus.getOrDefault(Status.FAIL, 0L),
                byStatus.getOrDefault(Status.UNKNOWN, 0L),
                byStatus.getOrDefault(Status.MANUAL, 0L),
                byStatus.getOrDefault(Status.NOT_APPLICABLE, 0L),
                excepted,
                scoredPassed,
                scoredFailed);
    }

    long of(Status status) {
        return switch (status) {
            case PASS -> passed;
            case FAIL -> failed;
            case UNKNOWN -> unknown;
            case MANUAL -> manual;
            case NOT_APPLICABLE -> notApplicable;
        };
    }

    long all() {
        return passed + failed + unknown + manual + notApplicable;
    }

    long scored() {
        return scoredPassed + scoredFailed;
    }

    /** The score, rounded down so that 100 % means that nothing failed; a dash where there is nothing to divide by. */
    String score() {
        return scored() == 0 ? "–" : percent() + " %";
    }

    /** The score in whole percent, 0 where there is nothing to divide by. */
    int percent() {
        return scored() == 0 ? 0 : (int) (100 * scoredPassed / scored());
    }

    /** What the score is made of. */
    String denominators() {
        return scored() == 0
                ? "No scored control passed or failed in any account, so there is no score."
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d scored control × account results that passed or failed",
                        scoredPassed,
                        scored());
    }
}

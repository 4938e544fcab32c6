package io.plumbline.ledger;

import io.plumbline.assess.Framework;
import io.plumbline.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores at the ends of what several assessments told: a state counts at every moment at which it held. */
final class Trend {
    private final List<AssessmentInfo> assessments;
    private final long[] moments;
    private final Map<String, Long> controlsOf = new HashMap<>();
    private final Map<Status, long[]> steps = new EnumMap<>(Status.class);

    /**
     * @param assessments at least one, in the order in which findings followed them
     * @param to the last moment, at which the last of them still held
     */
    Trend(List<AssessmentInfo> assessments, Instant to, Framework framework) {
        this.assessments = assessments;
        this.moments = new long[assessments.size()];
        for (int i = 0; i < moments.length; i++) {
            moments[i] =
                    i + 1 < moments.length ? assessments.get(i + 1).trackedAt().toEpochMilli() - 1 : to.toEpochMilli();
        }
        framework.controls().stream()
                .filter(Framework.Control::scored)
                .forEach(control -> controlsOf.merge(control.rule(), 1L, Long::sum));
        for (Status status : Status.values()) {
            steps.put(status, new long[moments.length + 1]);
        }
    }

    /** The moment of the first point. */
    Instant begin() {
        return Instant.ofEpochMilli(moments[0]);
    }

    void add(PlaceState state) {
        long weight = controlsOf.getOrDefault(state.rule(), 0L);
        int first = place(state.since().toEpochMilli());
        int end = state.until().equals(PlaceState.END)
                ? moments.length
                : place(state.until().toEpochMilli());
        long[] ofStatus = steps.getOrDefault(state.status(), new long[moments.length + 1]);
        ofStatus[first] += weight;
        ofStatus[end] -= weight;
    }

    /** The first point at or after a moment. */
    private int place(long moment) {
        int found = Arrays.binarySearch(moments, moment);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && moments[found - 1] == moment) {
            found--;
        }
        return found;
    }

    List<ComplianceView.Point> points() {
        List<ComplianceView.Point> points = new ArrayList<>();
        Score score = Score.NONE;
        for (int i = 0; i < moments.length; i++) {
            for (Map.Entry<Status, long[]> step : steps.entrySet()) {
                score = score.plus(step.getKey(), step.getValue()[i]);
            }
            points.add(new ComplianceView.Point(
                    assessments.get(i).moment(), assessments.get(i).id(), score));
        }
        return List.copyOf(points);
    }
}

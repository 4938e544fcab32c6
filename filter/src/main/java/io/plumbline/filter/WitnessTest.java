package io.plumbline.filter;

import io.plumbline.filter.FilterMatches.Hit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The witness test of the monitoring controls (monitoring spec): a filter satisfies a control if it matches every event that the control
 * is about, whoever causes it wherever, and none of those that it is not about. How the pattern is written does not matter.
 */
public final class WitnessTest {
    private final Witnesses witnesses;

    /** A test against these witnesses; it may be shared between threads. */
    public WitnessTest(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /**
     * Whether one filter alone satisfies the control.
     *
     * @param control such as {@code 3.4}
     * @param strictRetired whether event names that AWS has retired are asked for too
     * @throws io.plumbline.model.BadInput if the control has no witnesses
     */
    public FilterVerdict check(String control, String pattern, EvaluatedAccount account, boolean strictRetired) {
        return combine(control, List.of(matches(control, pattern, account)), strictRetired);
    }

    /**
     * What the filter does with each witness.
     *
     * @throws io.plumbline.model.BadInput if the control has no witnesses
     */
    public FilterMatches matches(String control, String pattern, EvaluatedAccount account) {
        Parse<FilterPattern> parsed = FilterPattern.parse(pattern);
        Optional<FilterPattern> known = parsed.value();
        Map<String, String> placeholders = account.placeholders();
        return new FilterMatches(
                control,
                hits(known, witnesses.positives(control, true), placeholders),
                hits(known, witnesses.negatives(control), placeholders),
                hits(known, witnesses.warnings(control), placeholders),
                hits(known, witnesses.advised(control), placeholders),
                parsed instanceof Parse.ParseError<FilterPattern> ? parsed.failure() : Optional.empty(),
                parsed instanceof Parse.Unsupported<FilterPattern> ? parsed.failure() : Optional.empty());
    }

    /**
     * Whether filters that all sit on complete chains of one trail satisfy the control together: every event has to match one of them.
     * A filter that matches an event which it must not match adds nothing, but spoils nothing either; no filter at all does not
     * satisfy.
     *
     * @param filters results of {@link #matches} for the same control and account
     * @throws io.plumbline.model.BadInput if the control has no witnesses
     */
    public FilterVerdict combine(String control, List<FilterMatches> filters, boolean strictRetired) {
        List<Witness> wanted = witnesses.positives(control, true);
        for (FilterMatches filter : filters) {
            if (!filter.control().equals(control) || filter.positives().size() != wanted.size()) {
                throw new IllegalArgumentException(
                        "matches of control " + filter.control() + " cannot be judged for " + control);
            }
        }
        List<Integer> counted = IntStream.range(0, wanted.size())
                .filter(i -> strictRetired || !witnesses.isRetired(control, wanted.get(i)))
                .boxed()
                .toList();
        return new Judgement(wanted, counted, filters).verdict();
    }

    private static List<Hit> hits(
            Optional<FilterPattern> pattern, List<Witness> events, Map<String, String> placeholders) {
        return events.stream()
                .map(witness -> new Hit(
                        witness,
                        pattern.map(known -> known.match(witness.event().with(placeholders)))
                                .orElse(Match.NEVER)))
                .toList();
    }
}

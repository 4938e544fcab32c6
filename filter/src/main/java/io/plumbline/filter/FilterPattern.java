package io.plumbline.filter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The pattern of a CloudWatch Logs metric filter (CloudWatch Logs guide, "Filter pattern syntax"; monitoring spec, "Filter grammar").
 * {@code toString} writes a pattern that {@link #parse} reads back as the same.
 */
public sealed interface FilterPattern {

    /** The most regular expressions that one pattern may hold; a log group takes five patterns that hold any. */
    int MOST_REGEXES = 2;

    /** The empty pattern: matches whatever is logged. */
    record EveryEvent() implements FilterPattern {
        @Override
        public String toString() {
            return "";
        }
    }

    /** {@code { … }}: conditions on the fields of events that are JSON. */
    record JsonPattern(Expression expression) implements FilterPattern {
        @Override
        public String toString() {
            return "{ " + expression + " }";
        }
    }

    /**
     * Terms without braces, looked for in the text of the event.
     *
     * @param terms at least one; either all are optional or none is
     */
    record TermPattern(List<Term> terms) implements FilterPattern {
        public TermPattern {
            terms = List.copyOf(terms);
            long optional = terms.stream().filter(Term::isOptional).count();
            if (terms.isEmpty() || (optional > 0 && optional < terms.size())) {
                throw new IllegalArgumentException("a pattern has terms, and either all are optional or none is");
            }
        }

        @Override
        public String toString() {
            return terms.stream().map(Term::toString).collect(Collectors.joining(" "));
        }
    }

    /** Reads a pattern; {@code [ … ]} and optional terms mixed with others are unsupported styles. */
    static Parse<FilterPattern> parse(String text) {
        return PatternParser.parse(text);
    }

    /** Whether the pattern matches the event, under each reading. */
    default Match match(LogEvent event) {
        return switch (this) {
            case EveryEvent _ -> Match.ALWAYS;
            case JsonPattern json -> ExpressionEvaluation.match(json.expression(), event);
            case TermPattern terms -> TermEvaluation.match(terms.terms(), event.text());
        };
    }
}

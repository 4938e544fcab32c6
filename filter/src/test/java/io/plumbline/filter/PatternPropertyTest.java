package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.filter.Expression.AllOf;
import io.plumbline.filter.Expression.AnyOf;
import io.plumbline.filter.FilterPattern.JsonPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

class PatternPropertyTest {
    @Property
    void any_text_is_a_pattern_or_an_error(@ForAll String text) {
        assertThat(FilterPattern.parse(text)).isNotNull();
        assertThat(FilterPattern.parse("{" + text + "}")).isNotNull();
    }

    @Property
    void any_scraps_of_patterns_are_a_pattern_or_an_error_within_the_text(@ForAll("scraps") List<String> scraps) {
        String text = String.join("", scraps);
        if (FilterPattern.parse(text) instanceof Parse.ParseError<FilterPattern> error) {
            assertThat(error.position()).isBetween(0, text.length());
        }
    }

    @Property
    void a_printed_pattern_is_read_back(@ForAll("patterns") FilterPattern pattern) {
        assertThat(FilterPattern.parse(pattern.toString())).isEqualTo(new Parse.Parsed<>(pattern));
    }

    @Property
    void whitespace_and_redundant_parentheses_are_free(
            @ForAll("expressions") Expression expression, @ForAll Random random) {
        String loose = space(random) + "{" + dressed(expression, random) + "}" + space(random);
        assertThat(FilterPattern.parse(loose)).isEqualTo(new Parse.Parsed<>(new JsonPattern(expression)));
    }

    @Property
    void order_does_not_matter(
            @ForAll("expressions") Expression expression, @ForAll("events") LogEvent event, @ForAll Random random) {
        assertThat(match(shuffled(expression, random), event)).isEqualTo(match(expression, event));
    }

    @Property
    void a_negation_by_de_morgan_is_the_opposite(
            @ForAll("equalities") Expression expression, @ForAll("events") LogEvent event) {
        assertThat(match(negated(expression), event))
                .isEqualTo(match(expression, event).not());
    }

    @Property
    void readings_agree_with_evaluating_one_reading_after_the_other(
            @ForAll("expressions") Expression expression, @ForAll("events") LogEvent event) {
        Match match = match(expression, event);
        for (int reading = 0; reading < 8; reading++) {
            boolean wildcard = (reading & 1) != 0;
            boolean absent = (reading & 2) != 0;
            assertThat((match.readings() >> reading & 1) == 1)
                    .as("%s on %s, wildcard %s, absent %s", expression, event, wildcard, absent)
                    .isEqualTo(PlainEvaluation.matches(expression, event, wildcard, absent));
        }
    }

    @Property
    void a_match_is_a_boolean_algebra(
            @ForAll("matches") Match a, @ForAll("matches") Match b, @ForAll("matches") Match c) {
        assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
        assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
        assertThat(a.or(a.not())).isEqualTo(Match.ALWAYS);
        assertThat(a.answer() == Answer.UNKNOWN).isEqualTo(!a.ambiguities().isEmpty());
    }

    @Provide
    Arbitrary<FilterPattern> patterns() {
        return Patterns.patterns();
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Patterns.expressions();
    }

    /** Conditions that have an opposite: = and != on a field that every event has, as a string. */
    @Provide
    Arbitrary<Expression> equalities() {
        Arbitrary<Expression> leaves = Arbitraries.of("x", "x*", "x*y", "*", "4")
                .flatMap(text -> Arbitraries.of(Operator.EQUAL, Operator.NOT_EQUAL)
                        .map(operator -> new Expression.Comparison(
                                new Selector(List.of(new Selector.Field("always"))), operator, new Value.Text(text))));
        return Patterns.nested(leaves, 3);
    }

    @Provide
    Arbitrary<LogEvent> events() {
        return Patterns.events().map(event -> {
            String rest = event.text().substring(1);
            return LogEvent.of("{\"always\":\"xzy\"" + (rest.equals("}") ? "" : ",") + rest);
        });
    }

    @Provide
    Arbitrary<Match> matches() {
        return Arbitraries.integers().between(0, 255).map(Match::new);
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "{", "}", "(", ")", "[", "]", "$.", "$", "a", "*", "0", "=", "!=", "<=", ">", "&&", "||", "IS",
                        "NULL", "NOT", "EXISTS", "\"", "\\", "%", "x", "4", "-", "+", "?", " ", ".", "'", "1e9", "{2,}")
                .list()
                .ofMaxSize(30);
    }

    private static Match match(Expression expression, LogEvent event) {
        return new JsonPattern(expression).match(event);
    }

    private static Expression shuffled(Expression expression, Random random) {
        return switch (expression) {
            case AllOf all -> new AllOf(shuffled(all.parts(), random));
            case AnyOf any -> new AnyOf(shuffled(any.parts(), random));
            case Expression.Comparison leaf -> leaf;
            case Expression.Is leaf -> leaf;
            case Expression.NotExists leaf -> leaf;
        };
    }

    private static List<Expression> shuffled(List<Expression> parts, Random random) {
        List<Expression> shuffled = new ArrayList<>(
                parts.stream().map(part -> shuffled(part, random)).toList());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Expression negated(Expression expression) {
        return switch (expression) {
            case AllOf all ->
                Expression.any(
                        all.parts().stream().map(PatternPropertyTest::negated).toList());
            case AnyOf any ->
                Expression.all(
                        any.parts().stream().map(PatternPropertyTest::negated).toList());
            case Expression.Comparison leaf ->
                new Expression.Comparison(
                        leaf.selector(),
                        leaf.operator() == Operator.EQUAL ? Operator.NOT_EQUAL : Operator.EQUAL,
                        leaf.value());
            case Expression.Is leaf -> throw new AssertionError(leaf);
            case Expression.NotExists leaf -> throw new AssertionError(leaf);
        };
    }

    /** The expression with spaces and parentheses wherever the grammar lets them be. */
    private static String dressed(Expression expression, Random random) {
        String text = switch (expression) {
            case AllOf all ->
                String.join(
                        "&&",
                        all.parts().stream()
                                .map(part -> part instanceof AnyOf
                                        ? "(" + dressed(part, random) + ")"
                                        : dressed(part, random))
                                .toList());
            case AnyOf any ->
                String.join(
                        "||",
                        any.parts().stream().map(part -> dressed(part, random)).toList());
            case Expression.Comparison leaf ->
                leaf.selector() + space(random) + leaf.operator() + space(random) + leaf.value();
            case Expression.Is leaf -> leaf.selector() + "\n IS \t" + leaf.constant();
            case Expression.NotExists leaf -> leaf.selector() + " NOT\r\n EXISTS";
        };
        String dressed = space(random) + text + space(random);
        return random.nextInt(3) == 0 ? space(random) + "(" + dressed + ")" + space(random) : dressed;
    }

    private static String space(Random random) {
        return List.of("", "", " ", "\n", "\t ").get(random.nextInt(5));
    }

    /** A second opinion: the plain rules under one reading, written without sharing a line with the real evaluation. */
    private static final class PlainEvaluation {
        static boolean matches(Expression expression, LogEvent event, boolean wildcard, boolean absent) {
            return switch (expression) {
                case AllOf all -> all.parts().stream().allMatch(part -> matches(part, event, wildcard, absent));
                case AnyOf any -> any.parts().stream().anyMatch(part -> matches(part, event, wildcard, absent));
                case Expression.Is is -> {
                    String literal = event.find(is.selector()).toString();
                    yield !event.find(is.selector()).isMissingNode()
                            && literal.equals(is.constant().toString().toLowerCase(Locale.ROOT));
                }
                case Expression.NotExists not -> event.find(not.selector()).isMissingNode();
                case Expression.Comparison c -> compare(c, event.find(c.selector()), wildcard, absent);
            };
        }

        private static boolean compare(Expression.Comparison c, JsonNode node, boolean wildcard, boolean absent) {
            if (c.operator() == Operator.NOT_EQUAL) {
                Expression.Comparison equal = new Expression.Comparison(c.selector(), Operator.EQUAL, c.value());
                return node.isMissingNode() ? absent : !node.isContainer() && !compare(equal, node, wildcard, absent);
            }
            if (node.isMissingNode() || node.isContainer() || node.isNull()) {
                return false;
            }
            return switch (c.value()) {
                case Value.Text text -> node.asString().matches(regex(text.text(), wildcard));
                case Value.Matching regex -> regex.regex().find(node.asString());
                case Value.Numeric number -> {
                    double wanted = Double.parseDouble(number.literal());
                    yield switch (c.operator()) {
                        case LESS -> node.isNumber() && node.asDouble() < wanted;
                        case LESS_OR_EQUAL -> node.isNumber() && node.asDouble() <= wanted;
                        case GREATER -> node.isNumber() && node.asDouble() > wanted;
                        case GREATER_OR_EQUAL -> node.isNumber() && node.asDouble() >= wanted;
                        case EQUAL, NOT_EQUAL ->
                            node.isNumber()
                                    ? node.asDouble() == wanted
                                    : node.asString().equals(number.literal());
                    };
                }
            };
        }

        private static String regex(String value, boolean wildcard) {
            String start = value.replaceAll("^\\*+", "");
            String core = start.replaceAll("\\*+$", "");
            String quoted = Pattern.quote(core);
            String inner = wildcard ? quoted.replace("*", "\\E.*\\Q") : quoted;
            boolean onlyStars = core.isEmpty() && !value.isEmpty();
            return "(?s)" + (onlyStars || value.startsWith("*") ? ".*" : "") + inner
                    + (value.endsWith("*") ? ".*" : "");
        }
    }
}

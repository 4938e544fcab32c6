package io.plumbline.filter;

import io.plumbline.filter.Expression.Comparison;
import io.plumbline.filter.Expression.Constant;
import io.plumbline.filter.Expression.Is;
import io.plumbline.filter.Expression.NotExists;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generated patterns and events that have something to do with each other: few names, few values. */
final class Patterns {
    private Patterns() {}

    static Arbitrary<FilterPattern> patterns() {
        return Arbitraries.oneOf(
                Arbitraries.just(new FilterPattern.EveryEvent()),
                expressions().map(FilterPattern.JsonPattern::new),
                terms().map(FilterPattern.TermPattern::new));
    }

    static Arbitrary<Expression> expressions() {
        return nested(conditions(), 3);
    }

    /** The leaves, and conjunctions and disjunctions of them up to some depth. */
    static Arbitrary<Expression> nested(Arbitrary<Expression> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<List<Expression>> parts =
                nested(leaves, depth - 1).list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(leaves, parts.map(Expression::all), parts.map(Expression::any));
    }

    private static Arbitrary<Expression> conditions() {
        // Without regular expressions, of which a pattern takes two at most: terms have them.
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Combinators.combine(selectors(), Arbitraries.of(Operator.EQUAL, Operator.NOT_EQUAL), values())
                                .as(Comparison::new)),
                Tuple.of(
                        2,
                        Combinators.combine(selectors(), Arbitraries.of(Operator.class), numbers())
                                .as(Comparison::new)),
                Tuple.of(
                        1,
                        Combinators.combine(selectors(), Arbitraries.of(Constant.class))
                                .as(Is::new)),
                Tuple.of(1, selectors().map(NotExists::new)));
    }

    static Arbitrary<Selector> selectors() {
        Arbitrary<Selector.Step> fields =
                Arbitraries.of("a", "b", "c-d", "e_1", "x y.z").map(Selector.Field::new);
        Arbitrary<Selector.Step> indices = Arbitraries.integers().between(0, 2).map(Selector.Index::new);
        Arbitrary<List<Selector.Step>> more =
                Arbitraries.oneOf(fields, indices).list().ofMaxSize(2);
        return Combinators.combine(fields, more)
                .as((first, rest) -> new Selector(
                        Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    private static Arbitrary<Value> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                                "x",
                                "xy",
                                "x*",
                                "*y",
                                "x*y",
                                "*",
                                "**",
                                "",
                                "4",
                                "say \"x\"",
                                "back\\slash",
                                "\\\"",
                                "ü %")
                        .map(Value.Text::new),
                Arbitraries.strings().ascii().ofMaxLength(6).map(Value.Text::new),
                numbers());
    }

    private static Arbitrary<Value> numbers() {
        return Arbitraries.of("4", "-4", "+4.0", "0.4e1", ".5", "5.", "1E-3").map(Value.Numeric::new);
    }

    private static Arbitrary<List<Term>> terms() {
        Arbitrary<Term.Content> contents = Arbitraries.oneOf(
                Arbitraries.of("x", "xy", "x y", "\"a\":", " ", "-x", "?x").map(Term.Phrase::new),
                Arbitraries.strings().ascii().ofMaxLength(6).map(Term.Phrase::new));
        Arbitrary<List<Term>> optional = contents.map(content -> new Term(Term.Sign.OPTIONAL, content))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<List<Term>> others = Combinators.combine(
                        Arbitraries.of(Term.Sign.REQUIRED, Term.Sign.EXCLUDED), contents)
                .as(Term::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<Regex> regexes = Arbitraries.of("^x", "x{,2}y", "[a-z]+\\.", "a|b")
                .map(source -> Regex.parse(source).value().orElseThrow());
        Arbitrary<List<Term>> withRegexes = Combinators.combine(
                        others, regexes.list().ofMaxSize(2))
                .as((terms, found) -> {
                    List<Term> all = new ArrayList<>(terms);
                    found.forEach(regex -> all.add(new Term(Term.Sign.REQUIRED, new Term.Matching(regex))));
                    return all;
                });
        return Arbitraries.oneOf(optional, withRegexes);
    }

    static Arbitrary<LogEvent> events() {
        Arbitrary<String> scalars =
                Arbitraries.of("\"x\"", "\"xy\"", "\"xzy\"", "\"x*y\"", "\"\"", "4", "-4", "0.5", "true", "null");
        Arbitrary<String> nested = Arbitraries.oneOf(
                scalars,
                scalars,
                scalars.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                scalars.map(scalar -> "{\"a\":" + scalar + "}"));
        return Arbitraries.maps(Arbitraries.of("a", "b", "c-d", "e_1", "x y.z"), nested)
                .map(fields -> "{"
                        + String.join(
                                ",",
                                fields.entrySet().stream()
                                        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                                        .toList())
                        + "}")
                .map(LogEvent::of);
    }
}

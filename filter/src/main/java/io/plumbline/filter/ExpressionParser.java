package io.plumbline.filter;

import io.plumbline.filter.Expression.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what stands between the braces of a JSON pattern. */
final class ExpressionParser {
    /** Signs that start with another one come first. */
    private static final List<Operator> OPERATORS = List.of(
            Operator.NOT_EQUAL,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER_OR_EQUAL,
            Operator.EQUAL,
            Operator.LESS,
            Operator.GREATER);

    private final Cursor cursor;
    private final Supplier<Regex> regex;

    /** Reads from the cursor; the supplier takes a regular expression from it. */
    ExpressionParser(Cursor cursor, Supplier<Regex> regex) {
        this.cursor = cursor;
        this.regex = regex;
    }

    /** An expression, with the space around it. */
    Expression expression() {
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (cursor.take("||"));
        return Expression.any(parts);
    }

    private Expression conjunction() {
        List<Expression> parts = new ArrayList<>();
        do {
            cursor.skipSpace();
            parts.add(operand());
            cursor.skipSpace();
        } while (cursor.take("&&"));
        return Expression.all(parts);
    }

    private Expression operand() {
        if (!cursor.take("(")) {
            return condition();
        }
        cursor.enter();
        Expression inner = expression();
        cursor.expect(")");
        cursor.leave();
        return inner;
    }

    private Expression condition() {
        Selector selector = new SelectorParser(cursor).selector();
        cursor.skipSpace();
        if (cursor.takeKeyword("IS", false)) {
            return new Expression.Is(selector, constant());
        }
        if (cursor.takeKeyword("NOT", false)) {
            cursor.skipSpace();
            if (!cursor.takeKeyword("EXISTS", false)) {
                throw cursor.refuse("EXISTS is expected after NOT");
            }
            return new Expression.NotExists(selector);
        }
        if (cursor.takeKeyword("EXISTS", false)) {
            throw cursor.refuse("there is no EXISTS: compare with = \"*\" instead");
        }
        Operator operator = operator();
        cursor.skipSpace();
        int at = cursor.position();
        Value value = value();
        if (operator.ordersNumbers() && !(value instanceof Value.Numeric)) {
            throw cursor.refuse(at, "'" + operator + "' compares numbers only");
        }
        return new Expression.Comparison(selector, operator, value);
    }

    private Constant constant() {
        cursor.skipSpace();
        for (Constant constant : Constant.values()) {
            if (cursor.takeKeyword(constant.name(), false)) {
                return constant;
            }
        }
        throw cursor.refuse("NULL, TRUE or FALSE is expected after IS");
    }

    private Operator operator() {
        Optional<Operator> operator = OPERATORS.stream()
                .filter(candidate -> cursor.take(candidate.toString()))
                .findFirst();
        return operator.orElseThrow(
                () -> cursor.refuse("=, !=, <, <=, >, >=, IS or NOT EXISTS is expected after the selector"));
    }

    private Value value() {
        return switch (cursor.peek()) {
            case '"' -> new Value.Text(cursor.takeQuoted('"'));
            case '%' -> new Value.Matching(regex.get());
            default -> bare();
        };
    }

    private Value bare() {
        int at = cursor.position();
        // A plus sign belongs to numbers only, but a number is known only when all of it is read.
        String text = cursor.takeWhile(c -> PatternParser.isBare(c) || c == '+');
        if (text.isEmpty()) {
            throw cursor.refuse("a value is expected; other characters than letters and digits stand in double quotes");
        }
        if (Value.Numeric.isNumber(text)) {
            return new Value.Numeric(text);
        }
        if (text.indexOf('+') >= 0) {
            throw cursor.refuse(at + text.indexOf('+'), "a plus sign stands in double quotes");
        }
        return new Value.Text(text);
    }
}

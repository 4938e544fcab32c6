package io.plumbline.filter;

import io.plumbline.filter.Expression.AllOf;
import io.plumbline.filter.Expression.AnyOf;
import io.plumbline.filter.Expression.Comparison;
import io.plumbline.filter.Expression.Is;
import io.plumbline.filter.Expression.NotExists;
import tools.jackson.databind.JsonNode;

/** Evaluates the conditions of JSON patterns. */
final class ExpressionEvaluation {
    private ExpressionEvaluation() {}

    static Match match(Expression expression, LogEvent event) {
        return switch (expression) {
            case AllOf all -> {
                Match match = Match.ALWAYS;
                for (Expression part : all.parts()) {
                    match = match.and(match(part, event));
                    if (match.readings() == Match.NEVER.readings()) {
                        break;
                    }
                }
                yield match;
            }
            case AnyOf any -> {
                Match match = Match.NEVER;
                for (Expression part : any.parts()) {
                    match = match.or(match(part, event));
                    if (match.readings() == Match.ALWAYS.readings()) {
                        break;
                    }
                }
                yield match;
            }
            case Comparison comparison -> compare(comparison, event);
            case Is is -> Match.of(is(event.find(is.selector()), is.constant()));
            case NotExists absent -> Match.of(event.find(absent.selector()).isMissingNode());
        };
    }

    private static boolean is(JsonNode node, Expression.Constant constant) {
        return switch (constant) {
            case NULL -> node.isNull();
            case TRUE -> node.isBoolean() && node.booleanValue();
            case FALSE -> node.isBoolean() && !node.booleanValue();
        };
    }

    private static Match compare(Comparison comparison, LogEvent event) {
        JsonNode node = event.find(comparison.selector());
        boolean negated = comparison.operator() == Operator.NOT_EQUAL;
        if (node.isMissingNode()) {
            return negated ? Match.onlyIf(Ambiguity.ABSENT_FIELD) : Match.NEVER;
        }
        if (node.isContainer()) {
            return Match.NEVER;
        }
        if (node.isNull()) {
            // A null is there, but it is no value: it equals nothing.
            return Match.of(negated);
        }
        return switch (comparison.value()) {
            case Value.Numeric number -> compare(comparison.operator(), node, number, event);
            case Value.Text text -> negatedIf(negated, Wildcards.match(text.text(), event.text(node)));
            case Value.Matching regex ->
                negatedIf(negated, Match.of(regex.regex().find(event.text(node))));
        };
    }

    private static Match compare(Operator operator, JsonNode node, Value.Numeric number, LogEvent event) {
        if (node.isNumber()) {
            return Match.of(operator.holds(node.decimalValue().compareTo(number.number())));
        }
        if (operator.ordersNumbers()) {
            return Match.NEVER;
        }
        // A string of digits, such as an account id, is compared as it is written.
        boolean equal = event.text(node).equals(number.literal());
        return negatedIf(operator == Operator.NOT_EQUAL, Match.of(equal));
    }

    private static Match negatedIf(boolean negated, Match match) {
        return negated ? match.not() : match;
    }
}

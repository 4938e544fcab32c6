package io.plumbline.filter;

import io.plumbline.filter.AlarmRule.AllOf;
import io.plumbline.filter.AlarmRule.AnyOf;
import io.plumbline.filter.AlarmRule.AtLeast;
import io.plumbline.filter.AlarmRule.Constant;
import io.plumbline.filter.AlarmRule.InState;
import io.plumbline.filter.AlarmRule.Not;
import io.plumbline.filter.AlarmRule.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads the rules of composite alarms: NOT binds tighter than AND, and AND tighter than OR. */
final class AlarmRuleParser {
    private static final int MOST_DIGITS = 6;

    private final Cursor cursor;

    AlarmRuleParser(Cursor cursor) {
        this.cursor = cursor;
    }

    AlarmRule rule() {
        List<AlarmRule> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (cursor.takeKeyword("OR", true));
        return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
    }

    private AlarmRule conjunction() {
        List<AlarmRule> parts = new ArrayList<>();
        do {
            cursor.skipSpace();
            parts.add(negation());
            cursor.skipSpace();
        } while (cursor.takeKeyword("AND", true));
        return parts.size() == 1 ? parts.getFirst() : new AllOf(parts);
    }

    private AlarmRule negation() {
        boolean negated = false;
        while (cursor.takeKeyword("NOT", true)) {
            negated = !negated;
            cursor.skipSpace();
        }
        AlarmRule operand = operand();
        return negated ? new Not(operand) : operand;
    }

    private AlarmRule operand() {
        if (cursor.take("(")) {
            cursor.enter();
            AlarmRule inner = rule();
            cursor.expect(")");
            cursor.leave();
            return inner;
        }
        if (cursor.takeKeyword("TRUE", true)) {
            return new Constant(true);
        }
        if (cursor.takeKeyword("FALSE", true)) {
            return new Constant(false);
        }
        if (cursor.takeKeyword("AT_LEAST", true)) {
            return atLeast();
        }
        State state = state();
        open();
        String alarm = alarm(c -> c != ')');
        cursor.expect(")");
        return new InState(state, alarm);
    }

    private AlarmRule atLeast() {
        open();
        String digits = cursor.takeWhile(Cursor::isDigit);
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            throw cursor.refuse("a number of alarms or a percentage is expected");
        }
        boolean percent = cursor.take("%");
        comma();
        boolean negated = cursor.takeKeyword("NOT", true);
        cursor.skipSpace();
        State state = state();
        comma();
        cursor.expect("(");
        List<String> alarms = new ArrayList<>();
        do {
            cursor.skipSpace();
            alarms.add(alarm(c -> c != ')' && c != ','));
        } while (cursor.take(","));
        cursor.expect(")");
        cursor.skipSpace();
        cursor.expect(")");
        return new AtLeast(Integer.parseInt(digits), percent, state, negated, alarms);
    }

    private State state() {
        for (State state : State.values()) {
            if (cursor.takeKeyword(state.name(), true)) {
                return state;
            }
        }
        throw cursor.refuse("ALARM, OK, INSUFFICIENT_DATA, AT_LEAST, TRUE, FALSE, NOT or a parenthesis is expected");
    }

    /** The name or ARN of an alarm, in double quotes or without, and the space behind it. */
    private String alarm(IntPredicate bare) {
        String alarm = cursor.peek() == '"'
                ? cursor.takeQuoted('"')
                : cursor.takeWhile(c -> bare.test(c) && c != '(' && c != '"').strip();
        cursor.skipSpace();
        if (alarm.isEmpty()) {
            throw cursor.refuse("the name or ARN of an alarm is expected");
        }
        return alarm;
    }

    private void open() {
        cursor.skipSpace();
        cursor.expect("(");
        cursor.skipSpace();
    }

    private void comma() {
        cursor.skipSpace();
        cursor.expect(",");
        cursor.skipSpace();
    }
}

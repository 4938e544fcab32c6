package io.plumbline.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rule of a composite alarm (CloudWatch API, PutCompositeAlarm, "AlarmRule"). */
public sealed interface AlarmRule {

    /** The states of an alarm. */
    enum State {
        ALARM,
        OK,
        INSUFFICIENT_DATA
    }

    /**
     * {@code ALARM("name")} and the like: the alarm is in the state.
     *
     * @param alarm the name or the ARN of an alarm
     */
    record InState(State state, String alarm) implements AlarmRule {}

    /** {@code TRUE} or {@code FALSE}. */
    record Constant(boolean value) implements AlarmRule {}

    /** {@code NOT}. */
    record Not(AlarmRule rule) implements AlarmRule {}

    /** {@code AND}. */
    record AllOf(List<AlarmRule> parts) implements AlarmRule {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** {@code OR}. */
    record AnyOf(List<AlarmRule> parts) implements AlarmRule {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * {@code AT_LEAST(2, ALARM, (a, b, c))}: so many of the alarms are in the state, or are not.
     *
     * @param threshold a number of alarms, or a share of them in percent
     * @param negated whether alarms count that are not in the state
     */
    record AtLeast(int threshold, boolean percent, State state, boolean negated, List<String> alarms)
            implements AlarmRule {
        public AtLeast {
            alarms = List.copyOf(alarms);
        }
    }

    /** Reads a rule. */
    static Parse<AlarmRule> parse(String text) {
        return Cursor.parse(text, cursor -> new AlarmRuleParser(cursor).rule());
    }

    /** Whether the rule holds, given the state of each alarm by the name or ARN that the rule uses for it. */
    default boolean holds(Function<String, State> states) {
        return switch (this) {
            case InState inState -> states.apply(inState.alarm()) == inState.state();
            case Constant constant -> constant.value();
            case Not not -> !not.rule().holds(states);
            case AllOf all -> {
                boolean holds = true;
                for (AlarmRule part : all.parts()) {
                    holds &= part.holds(states);
                }
                yield holds;
            }
            case AnyOf any -> {
                boolean holds = false;
                for (AlarmRule part : any.parts()) {
                    holds |= part.holds(states);
                }
                yield holds;
            }
            case AtLeast atLeast -> {
                long count = atLeast.alarms().stream()
                        .filter(alarm -> (states.apply(alarm) == atLeast.state()) != atLeast.negated())
                        .count();
                yield atLeast.percent()
                        ? count * 100
                                >= (long) atLeast.threshold() * atLeast.alarms().size()
                        : count >= atLeast.threshold();
            }
        };
    }

    /** The alarms that the rule speaks of, by name or ARN as it has them. */
    default List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        addAlarms(alarms);
        return List.copyOf(alarms);
    }

    private void addAlarms(List<String> alarms) {
        switch (this) {
            case InState inState -> alarms.add(inState.alarm());
            case Constant _ -> {}
            case Not not -> not.rule().addAlarms(alarms);
            case AllOf all -> {
                for (AlarmRule part : all.parts()) {
                    part.addAlarms(alarms);
                }
            }
            case AnyOf any -> {
                for (AlarmRule part : any.parts()) {
                    part.addAlarms(alarms);
                }
            }
            case AtLeast atLeast -> alarms.addAll(atLeast.alarms());
        }
    }

    /**
     * Whether the rule speaks of the child and holds when the child alone is in ALARM and all others are OK (monitoring spec, "Composite").
     *
     * @param child name or ARN of an alarm in the composite alarm's account and region; the rule may use the other of the two
     */
    default boolean isTrueWhenOnly(String child) {
        return alarms().stream().anyMatch(alarm -> AlarmNames.same(alarm, child))
                && holds(alarm -> AlarmNames.same(alarm, child) ? State.ALARM : State.OK);
    }

    /**
     * Whether the rule holds although every alarm is OK. Such a composite alarm is in ALARM all the time, and since actions run on
     * changes of state only, it tells nobody when a child goes off.
     */
    default boolean isTrueWhenAllAreOk() {
        return holds(_ -> State.OK);
    }
}

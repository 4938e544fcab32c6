package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.filter.AlarmRule.AllOf;
import io.plumbline.filter.AlarmRule.AnyOf;
import io.plumbline.filter.AlarmRule.AtLeast;
import io.plumbline.filter.AlarmRule.Constant;
import io.plumbline.filter.AlarmRule.InState;
import io.plumbline.filter.AlarmRule.Not;
import io.plumbline.filter.AlarmRule.State;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmRuleTest {
    private static final String ARN = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:root login";

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "ALARM(\"root login\") => true",
                "ALARM(root login) => true",
                "ALARM( \"root login\" ) => true",
                "alarm (\"root login\") => true",
                "ALARM(\"" + ARN + "\") => true",
                "ALARM(" + ARN + ") => true",
                "OK(\"root login\") => false",
                "INSUFFICIENT_DATA(\"root login\") => false",
                "NOT ALARM(\"root login\") => false",
                "NOT NOT ALARM(\"root login\") => true",
                "NOT OK(\"root login\") => true",
                "NOT(OK(\"root login\")) => true",
                "ALARM(\"root login\") OR ALARM(other) => true",
                "ALARM(\"root login\") AND ALARM(other) => false",
                "ALARM(\"root login\") AND OK(other) => true",
                "ALARM(\"root login\") AND NOT ALARM(other) => true",
                "ALARM(\"root login\") AND FALSE => false",
                "ALARM(\"root login\") AND TRUE => true",
                "ALARM(other) AND ALARM(third) OR ALARM(\"root login\") => true",
                "ALARM(other) AND (ALARM(third) OR ALARM(\"root login\")) => false",
                "(ALARM(\"root login\")OR ALARM(other))AND(NOT ALARM(deploying)) => true",
                "AT_LEAST(1, ALARM, (\"root login\", other, third)) => true",
                "AT_LEAST(2, ALARM, (\"root login\", other, third)) => false",
                "AT_LEAST(2, OK, (\"root login\", other, third)) => true",
                "AT_LEAST(2,NOT ALARM,(\"root login\",other,third)) => true",
                "AT_LEAST(3, NOT ALARM, (\"root login\", other, third)) => false",
                "AT_LEAST(33%, ALARM, (\"root login\", other, third)) => true",
                "AT_LEAST(34%, ALARM, (\"root login\", other, third)) => false",
                // It has to speak of the child at all
                "TRUE => false",
                "OK(other) => false",
                "ALARM(\"root\") => false",
                "ALARM(\"arn:aws:cloudwatch:eu-west-1:444455556666:alarm:root login x\") => false",
            })
    void a_rule_holds_or_not_when_only_the_child_is_in_alarm(String text, boolean holds) {
        Parse<AlarmRule> parsed = AlarmRule.parse(text);
        assertThat(parsed.failure()).isEmpty();
        assertThat(parsed.value().orElseThrow().isTrueWhenOnly("root login")).isEqualTo(holds);
        assertThat(parsed.value().orElseThrow().isTrueWhenOnly(ARN)).isEqualTo(holds);
    }

    @Test
    void an_arn_is_not_another_arn() {
        AlarmRule rule = AlarmRule.parse("ALARM(\"" + ARN + "\")").value().orElseThrow();
        assertThat(rule.isTrueWhenOnly(ARN.replace("eu-west-1", "us-east-1"))).isFalse();
    }

    @Test
    void a_rule_that_always_holds_never_tells_anything_new() {
        assertThat(rule("ALARM(a) OR NOT ALARM(b)").isTrueWhenAllAreOk()).isTrue();
        assertThat(rule("ALARM(a) OR ALARM(b)").isTrueWhenAllAreOk()).isFalse();
    }

    @Test
    void the_alarms_of_a_rule_are_listed() {
        assertThat(rule("ALARM(a) AND (NOT OK(\"b c\") OR AT_LEAST(1, OK, (d, \"e,(f\")) OR TRUE)")
                        .alarms())
                .containsExactly("a", "b c", "d", "e,(f");
    }

    @Test
    void states_decide() {
        AlarmRule rule = rule("INSUFFICIENT_DATA(a) OR OK(b) AND ALARM(c)");
        assertThat(rule.holds(Map.of("a", State.INSUFFICIENT_DATA, "b", State.ALARM, "c", State.OK)::get))
                .isTrue();
        assertThat(rule.holds(Map.of("a", State.OK, "b", State.OK, "c", State.ALARM)::get))
                .isTrue();
        assertThat(rule.holds(Map.of("a", State.OK, "b", State.OK, "c", State.OK)::get))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ALARM",
                "ALARM()",
                "ALARM(\"\")",
                "ALARM(a",
                "ALARM(\"a)",
                "ALARM(a(b))",
                "ALARM(a))",
                "ALARM(a) ALARM(b)",
                "ALARM(a) AND",
                "ALARM(a) XOR ALARM(b)",
                "AND ALARM(a)",
                "NOT",
                "(ALARM(a)",
                "a",
                "ALARMS(a)",
                "TRUEISH",
                "AT_LEAST(ALARM, (a))",
                "AT_LEAST(1, ALARM, a)",
                "AT_LEAST(1, ALARM, ())",
                "AT_LEAST(1, MAYBE, (a))",
                "AT_LEAST(9999999, OK, (a))",
                "AT_LEAST(1, OK, (a)",
            })
    void what_we_cannot_read_is_an_error(String text) {
        assertThat(AlarmRule.parse(text)).isInstanceOf(Parse.ParseError.class);
    }

    @Property
    void any_text_gives_an_answer(@ForAll String text) {
        assertThat(AlarmRule.parse(text)).isNotNull();
        assertThat(AlarmRule.parse("ALARM(" + text + ")")).isNotNull();
    }

    @Property
    void a_printed_rule_means_the_same(@ForAll("rules") AlarmRule rule) {
        AlarmRule read = AlarmRule.parse(printed(rule)).value().orElseThrow();
        for (String child : new String[] {"a", "b c", "d\"\\e"}) {
            assertThat(read.isTrueWhenOnly(child)).isEqualTo(rule.isTrueWhenOnly(child));
        }
        assertThat(read.isTrueWhenAllAreOk()).isEqualTo(rule.isTrueWhenAllAreOk());
        assertThat(read.alarms()).isEqualTo(rule.alarms());
    }

    @Provide
    Arbitrary<AlarmRule> rules() {
        return rules(3);
    }

    private static Arbitrary<AlarmRule> rules(int depth) {
        Arbitrary<String> names = Arbitraries.of("a", "b c", "d\"\\e");
        Arbitrary<AlarmRule> leaves = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(State.class), names).as(InState::new),
                Arbitraries.of(true, false).map(Constant::new),
                Combinators.combine(
                                Arbitraries.integers().between(0, 100),
                                Arbitraries.of(true, false),
                                Arbitraries.of(State.class),
                                Arbitraries.of(true, false),
                                names.list().ofMinSize(1).ofMaxSize(3))
                        .as(AtLeast::new));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<AlarmRule> inner = rules(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.map(Not::new),
                inner.list().ofMinSize(2).ofMaxSize(3).map(AllOf::new),
                inner.list().ofMinSize(2).ofMaxSize(3).map(AnyOf::new));
    }

    private static String printed(AlarmRule rule) {
        return switch (rule) {
            case InState in -> in.state() + "(" + Value.quoted(in.alarm()) + ")";
            case Constant constant -> constant.value() ? "TRUE" : "FALSE";
            case Not not -> "NOT (" + printed(not.rule()) + ")";
            case AllOf all -> joined(all.parts(), " AND ");
            case AnyOf any -> joined(any.parts(), " OR ");
            case AtLeast least ->
                "AT_LEAST(" + least.threshold() + (least.percent() ? "%" : "") + ", " + (least.negated() ? "NOT " : "")
                        + least.state() + ", ("
                        + String.join(
                                ", ", least.alarms().stream().map(Value::quoted).toList()) + "))";
        };
    }

    private static String joined(List<AlarmRule> parts, String operator) {
        return "("
                + String.join(
                        operator, parts.stream().map(AlarmRuleTest::printed).toList()) + ")";
    }

    private static AlarmRule rule(String text) {
        return AlarmRule.parse(text).value().orElseThrow();
    }
}

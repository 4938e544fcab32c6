package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermPatternTest {
    private static final LogEvent EVENT = LogEvent.of(
            "{\"eventName\":\"CreateRouteTable\",\"eventSource\":\"ec2.amazonaws.com\",\"note\":\"Failed once\"}");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "CreateRouteTable => TRUE",
                "createroutetable => FALSE",
                "ec2.amazonaws.com => TRUE",
                "ec2 => TRUE",
                "eventName CreateRouteTable => TRUE",
                "eventName DeleteRoute => FALSE",
                "?DeleteRoute ?CreateRouteTable => TRUE",
                "?DeleteRoute ?DeleteVpc => FALSE",
                "?CreateRouteTable => TRUE",
                "-DeleteRoute => TRUE",
                "-CreateRouteTable => FALSE",
                "eventName -CreateRouteTable => FALSE",
                "eventName -Delete => TRUE",
                "\"Failed once\" => TRUE",
                "\"once Failed\" => FALSE",
                "-\"Failed once\" => FALSE",
                "?\"once Failed\" ?\"Failed once\" => TRUE",
                "\"\\\"eventName\\\":\\\"CreateRouteTable\\\"\" => TRUE",
                "\"\\\"eventName\\\":\\\"CreateRoute\\\"\" => FALSE",
                "\" \" => TRUE",
                "%Create[A-Z]% => TRUE",
                "%Route$% => FALSE",
                "-%Delete% => TRUE",
                "?%Delete% ?ec2 => TRUE",
                // A term inside a longer word is read both ways
                "CreateRoute => UNKNOWN",
                "Route => UNKNOWN",
                "-CreateRoute => UNKNOWN",
                "?CreateRoute ?ec2 => TRUE",
                "\"Failed on\" => UNKNOWN",
                "CreateRoute -CreateRoute => FALSE",
            })
    void terms_are_looked_for_in_the_text(String pattern, Answer expected) {
        assertThat(match(pattern).answer()).isEqualTo(expected);
        assertThat(match("  " + pattern + "\t").answer()).isEqualTo(expected);
    }

    @Test
    void the_open_question_is_named() {
        assertThat(match("CreateRoute").ambiguities()).containsExactly(Ambiguity.PART_OF_WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void an_empty_pattern_matches_everything(String pattern) {
        assertThat(match(pattern)).isEqualTo(Match.ALWAYS);
        assertThat(FilterPattern.parse(pattern).value()).contains(new FilterPattern.EveryEvent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ip, user, status_code = 4*]",
                " [..., size]",
                "[",
                "?ERROR REQUEST",
                "?ERROR -REQUEST",
                "ERROR ?REQUEST",
                "ERR*"
            })
    void other_styles_are_unsupported(String pattern) {
        assertThat(FilterPattern.parse(pattern)).isInstanceOf(Parse.Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "err:",
                "a@b",
                "?",
                "-",
                "? A",
                "A ?",
                "\"A",
                "\"A\"\"B\"",
                "\"A\"B",
                "A\"B\"",
                "%a",
                "%a%b",
                "%a% %b% %c%",
                "%(a)%",
                "é",
                "A && B",
                "$.eventName = x",
                "A {"
            })
    void what_the_grammar_does_not_know_is_a_syntax_error(String pattern) {
        assertThat(FilterPattern.parse(pattern)).isInstanceOf(Parse.ParseError.class);
    }

    private static Match match(String pattern) {
        Parse<FilterPattern> parsed = FilterPattern.parse(pattern);
        assertThat(parsed.failure()).isEmpty();
        return parsed.value().orElseThrow().match(EVENT);
    }
}

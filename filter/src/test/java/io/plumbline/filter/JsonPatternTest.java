package io.plumbline.filter;

import static io.plumbline.filter.Answer.FALSE;
import static io.plumbline.filter.Answer.TRUE;
import static io.plumbline.filter.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatternTest {
    private static final LogEvent EVENT = LogEvent.of("""
            {"name": "DeleteRolePolicy", "star": "Delete*Policy", "ip": "123.123.7.9", "account": "012345678901",
             "count": 400, "ratio": 0.5, "big": 1e400, "negative": -3, "zero": 0.0,
             "yes": true, "no": false, "nothing": null, "digits": "400", "empty": "",
             "list": ["a", ["b", "c"], {"d": 7}], "object": {"e-f_1": "g", "x.y": "dotted"}, "quote": "say \\"hi\\" \\\\ there"}""");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiterString = " => ",
            value = {
                // Strings and wildcards
                "$.name = DeleteRolePolicy => TRUE",
                "$.name = \"DeleteRolePolicy\" => TRUE",
                "$.name = deleterolepolicy => FALSE",
                "$.name != DeleteRolePolicy => FALSE",
                "$.name != Other => TRUE",
                "$.name = Delete* => TRUE",
                "$.name = \"Delete*\" => TRUE",
                "$.name = *Policy => TRUE",
                "$.name = \"*Role*\" => TRUE",
                "$.name = \"**Role**\" => TRUE",
                "$.name = Delete => FALSE",
                "$.name = *Delete => FALSE",
                "$.name = * => TRUE",
                "$.name = \"*\" => TRUE",
                "$.empty = \"*\" => TRUE",
                "$.empty = \"\" => TRUE",
                "$.ip = 123.123.* => TRUE",
                "$.ip != 123.123.* => FALSE",
                "$.quote = \"say \\\"hi\\\" \\\\ there\" => TRUE",
                // An inner asterisk is read both ways
                "$.name = Delete*Policy => UNKNOWN",
                "$.name != Delete*Policy => UNKNOWN",
                "$.name = \"Delete*Role*\" => UNKNOWN",
                "$.name = Put*Policy => FALSE",
                "$.star = Delete*Policy => TRUE",
                // Numbers
                "$.count = 400 => TRUE",
                "$.count = 400.0 => TRUE",
                "$.count = 4e2 => TRUE",
                "$.count = +4.0E+2 => TRUE",
                "$.count = 4* => TRUE",
                "$.count = \"400\" => TRUE",
                "$.count != 400 => FALSE",
                "$.count != 401 => TRUE",
                "$.count > 399.5 => TRUE",
                "$.count >= 400 => TRUE",
                "$.count < 400 => FALSE",
                "$.count <= 400 => TRUE",
                "$.negative = -3 => TRUE",
                "$.negative < -2 => TRUE",
                "$.ratio = .5 => TRUE",
                "$.zero = 0 => TRUE",
                "$.big > 1e399 => TRUE",
                "$.digits = 400 => TRUE",
                "$.digits = 4e2 => FALSE",
                "$.digits > 1 => FALSE",
                "$.account = 012345678901 => TRUE",
                "$.account = 12345678901 => FALSE",
                // Constants and presence
                "$.yes IS TRUE => TRUE",
                "$.yes IS FALSE => FALSE",
                "$.no IS FALSE => TRUE",
                "$.no = false => TRUE",
                "$.yes = false => FALSE",
                "$.name IS TRUE => FALSE",
                "$.nothing IS NULL => TRUE",
                "$.missing IS NULL => FALSE",
                "$.name IS NULL => FALSE",
                "$.missing NOT EXISTS => TRUE",
                "$.nothing NOT EXISTS => FALSE",
                "$.name NOT EXISTS => FALSE",
                "$.name.deeper NOT EXISTS => TRUE",
                "$.list[9] NOT EXISTS => TRUE",
                "$.name[0] NOT EXISTS => TRUE",
                "$.nothing = \"*\" => FALSE",
                "$.nothing != x => TRUE",
                // A missing field
                "$.missing = x => FALSE",
                "$.missing = \"*\" => FALSE",
                "$.missing < 1 => FALSE",
                "$.missing != x => UNKNOWN",
                "$.missing != \"*\" => UNKNOWN",
                "$.missing != %x% => UNKNOWN",
                "$.missing != 5 => UNKNOWN",
                // Lists and objects
                "$.list[0] = a => TRUE",
                "$.list[1][1] = c => TRUE",
                "$.list[2].d = 7 => TRUE",
                "$.object.e-f_1 = g => TRUE",
                "$.object.['x.y'] = dotted => TRUE",
                "$.object['x.y'] = dotted => TRUE",
                "$.list = a => FALSE",
                "$.list != a => FALSE",
                "$.object != x => FALSE",
                "$.object = \"*\" => FALSE",
                "$.object > 1 => FALSE",
                "$.object IS NULL => FALSE",
                // Regular expressions
                "$.name = %Role% => TRUE",
                "$.name = %^Role% => FALSE",
                "$.name = %^Delete\\w+Policy$% => TRUE",
                "$.name != %Role% => FALSE",
                "$.ip = %^123\\.123\\.\\d{1,3}\\.% => TRUE",
                "$.ip = %3{,1}% => TRUE",
                "$.count = %^4% => TRUE",
                "$.quote = %\\x22hi\\x22% => TRUE",
                "$.missing = %x% => FALSE",
                // And, or, parentheses
                "$.yes IS TRUE && $.count = 400 => TRUE",
                "$.yes IS TRUE && $.count = 401 => FALSE",
                "$.yes IS FALSE || $.count = 400 => TRUE",
                "$.yes IS TRUE || $.yes IS TRUE && $.yes IS FALSE => TRUE",
                "($.yes IS TRUE || $.yes IS TRUE) && $.yes IS FALSE => FALSE",
            })
    void a_condition_is_judged(String condition, Answer expected) {
        assertThat(match("{ " + condition + " }").answer()).isEqualTo(expected);
        assertThat(match("{((" + condition + "))}").answer()).isEqualTo(expected);
    }

    @Test
    void readings_are_the_same_throughout() {
        // Whatever != on a missing field means, one of the two holds: it is the same question twice.
        assertThat(match("{ $.a != x && $.b != y }").answer()).isEqualTo(UNKNOWN);
        assertThat(match("{ $.name = Delete*Policy || $.name != Delete*Policy }")
                        .answer())
                .isEqualTo(TRUE);
        assertThat(match("{ $.name = Delete*Policy && $.name != Delete*Policy }")
                        .answer())
                .isEqualTo(FALSE);
        assertThat(match("{ $.name = Delete*Policy && $.name != *Role*Policy }").answer())
                .isEqualTo(FALSE);
        assertThat(match("{ $.a != x && $.name = Put }").answer()).isEqualTo(FALSE);
        assertThat(match("{ $.a != x || $.name = Del* }").answer()).isEqualTo(TRUE);
    }

    @Test
    void the_open_questions_are_named() {
        assertThat(match("{ $.a != x }").ambiguities()).containsExactly(Ambiguity.ABSENT_FIELD);
        assertThat(match("{ $.name = D*y }").ambiguities()).containsExactly(Ambiguity.INNER_WILDCARD);
        assertThat(match("{ $.a != x && $.name = D*y }").ambiguities())
                .containsExactly(Ambiguity.INNER_WILDCARD, Ambiguity.ABSENT_FIELD);
        assertThat(match("{ $.a != x || $.yes IS TRUE }").ambiguities()).isEmpty();
        assertThat(match("{ $.a != x }").ambiguities().getFirst().question()).contains("!=");
    }

    @Test
    void an_event_that_is_not_json_has_no_fields() {
        assertThat(FilterPattern.parse("{ $.a NOT EXISTS }")
                        .value()
                        .orElseThrow()
                        .match(LogEvent.of("plain text"))
                        .answer())
                .isEqualTo(TRUE);
        assertThat(FilterPattern.parse("{ $.a = \"*\" }")
                        .value()
                        .orElseThrow()
                        .match(LogEvent.of(""))
                        .answer())
                .isEqualTo(FALSE);
    }

    private static Match match(String pattern) {
        Parse<FilterPattern> parsed = FilterPattern.parse(pattern);
        assertThat(parsed.failure()).isEmpty();
        return parsed.value().orElseThrow().match(EVENT);
    }
}

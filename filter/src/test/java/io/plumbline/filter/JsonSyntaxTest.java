package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {
    @Test
    void whitespace_is_free() {
        Parse<FilterPattern> tight = FilterPattern.parse("{($.a=b)&&($.c[0]>=-1||$.d IS NULL)&&$.e NOT EXISTS}");
        Parse<FilterPattern> loose = FilterPattern.parse(
                "\n {\t( $.a = b )\n && ( $.c[0]  >=\t-1 || $.d  IS\n NULL ) && $.e NOT \n EXISTS  } ");
        assertThat(tight).isInstanceOf(Parse.Parsed.class).isEqualTo(loose);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{ }",
                "}",
                "{ $.a = b",
                "{ $.a = b } x",
                "{ $.a = b } }",
                "{ $.a }",
                "{ $.a = }",
                "{ = b }",
                "{ a = b }",
                "{ $a = b }",
                "{ $ = b }",
                "{ $. = b }",
                "{ $.a. = b }",
                "{ $[0] = b }",
                "{ $.a[] = b }",
                "{ $.a[x] = b }",
                "{ $.a[1 = b }",
                "{ $.a[9999999999] = b }",
                "{ $.a[''] = b }",
                "{ $.ä = b }",
                "{ $.a == b }",
                "{ $.a = b c }",
                "{ $.a = b $.c = d }",
                "{ $.a = b & $.c = d }",
                "{ $.a = b && }",
                "{ && $.a = b }",
                "{ $.a = b || || $.c = d }",
                "{ $.a = b AND $.c = d }",
                "{ ($.a = b }",
                "{ $.a = b) }",
                "{ () }",
                "{ !($.a = b) }",
                "{ $.a = \"b }",
                "{ $.a = 'b' }",
                "{ $.a = b:c }",
                "{ $.a = b@c }",
                "{ $.a = b+c }",
                "{ $.a = ü }",
                "{ $.a > b }",
                "{ $.a > \"5\" }",
                "{ $.a >= %5% }",
                "{ $.a < 5x }",
                "{ $.a < 1e99999999999 }",
                "{ $.a EXISTS }",
                "{ $.a NOT }",
                "{ $.a NOT NULL }",
                "{ $.a not exists }",
                "{ $.a IS }",
                "{ $.a IS null }",
                "{ $.a IS NOT NULL }",
                "{ $.a IS NULLX }",
                "{ $.a = %% }",
                "{ $.a = %b }",
                "{ $.a = %(b)% }",
                "{ $.a = %\\(b\\)% }",
                "{ $.a = %b!% }",
                "{ $.a = %ä% }",
                "{ $.a = %[% }",
                "{ $.a = %b**% }",
                "{ $.a = %b{2}{3}% }",
                "{ $.a = %b{3,2}% }",
                "{ $.a = %b% || $.a = %c% || $.a = %d% }",
            })
    void what_the_grammar_does_not_know_is_a_syntax_error(String pattern) {
        Parse<FilterPattern> parsed = FilterPattern.parse(pattern);
        assertThat(parsed).isInstanceOf(Parse.ParseError.class);
        Parse.ParseError<FilterPattern> error = (Parse.ParseError<FilterPattern>) parsed;
        assertThat(error.position()).isBetween(0, pattern.length());
        assertThat(parsed.failure().orElseThrow()).startsWith("syntax error at character " + (error.position() + 1));
        assertThat(parsed.value()).isEmpty();
    }

    @Test
    void a_syntax_error_says_where_and_why() {
        assertThat(FilterPattern.parse("{ $.a EXISTS }"))
                .hasToString("syntax error at character 13: there is no EXISTS: compare with = \"*\" instead");
        assertThat(FilterPattern.parse("{ $.a = %b(c)% }"))
                .hasToString(
                        "syntax error at character 11: a regular expression cannot hold '('; write it as \\x and its two hex digits");
        assertThat(FilterPattern.parse("{ $.a = b"))
                .hasToString("syntax error at character 10: '}' is expected, but the text ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ $.* = x }", "{ $.a[*] = x }", "{ $.a.* = x && $.b = c }", "{ $.a = %b{999}c{99}% }"})
    void what_aws_takes_and_we_do_not_judge_is_unsupported(String pattern) {
        assertThat(FilterPattern.parse(pattern)).isInstanceOf(Parse.Unsupported.class);
        assertThat(FilterPattern.parse(pattern).failure()).get().asString().startsWith("unsupported style: ");
        assertThat(FilterPattern.parse(pattern.replace("}", "") + "|| }"))
                .as("an error in the rest says more")
                .isInstanceOf(Parse.ParseError.class);
    }
}

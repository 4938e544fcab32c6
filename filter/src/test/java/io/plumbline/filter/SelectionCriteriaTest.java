package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionCriteriaTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "@aws.account = \"111122223333\" => true",
                "@aws.account=\"111122223333\" => true",
                "@aws.account = 111122223333 => true",
                "@aws.account = '111122223333' => true",
                "@aws.account = \"444455556666\" => false",
                "@aws.account != \"444455556666\" => true",
                "@aws.account != \"111122223333\" => false",
                "@aws.region = \"eu-west-1\" => true",
                "@aws.region IN [\"us-east-1\",\"eu-west-1\"] => true",
                "@aws.region IN [ \"us-east-1\" , \"us-west-2\" ] => false",
                "@aws.region in (\"eu-west-1\") => true",
                "@aws.region NOT IN [\"us-east-1\"] => true",
                "@aws.region NOT  IN [\"eu-west-1\"] => false",
                "@aws.account = \"111122223333\" AND @aws.region IN [\"eu-west-1\"] => true",
                "@aws.account = \"444455556666\" AND @aws.region IN [\"eu-west-1\"] => false",
                "@aws.account = \"444455556666\" OR @aws.region IN [\"eu-west-1\"] => true",
                "@aws.region = a AND @aws.region = b OR @aws.account = 111122223333 => true",
                "@aws.account = 111122223333 OR @aws.region = a AND @aws.region = b => true",
                "(@aws.account = 111122223333 OR @aws.region = a) AND @aws.region = b => false",
                "((@aws.account = 111122223333)AND(@aws.region = eu-west-1)) => true",
            })
    void criteria_select_accounts_and_regions(String text, boolean selects) {
        Parse<SelectionCriteria> parsed = SelectionCriteria.parse(text);
        assertThat(parsed.failure()).isEmpty();
        assertThat(parsed.value().orElseThrow().selects("111122223333", "eu-west-1"))
                .isEqualTo(selects);
    }

    @Test
    void no_criteria_select_everything() {
        assertThat(SelectionCriteria.parse(" ").value().orElseThrow().selects("1", "x"))
                .isTrue();
    }

    @Test
    void the_regions_left_out_are_named() {
        SelectionCriteria criteria =
                SelectionCriteria.parse("@aws.region != \"us-east-1\"").value().orElseThrow();
        assertThat(criteria.leavesOut("111122223333", List.of("eu-west-1", "us-east-1")))
                .containsExactly("us-east-1");
        assertThat(criteria.leavesOut("111122223333", List.of("eu-west-1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@aws.partition = \"aws\"",
                "@aws.accounts = \"1\"",
                "aws.account = \"1\"",
                "@aws.account",
                "@aws.account =",
                "@aws.account == \"1\"",
                "@aws.account = \"1",
                "@aws.account IN \"1\"",
                "@aws.account IN []",
                "@aws.account IN [\"1\"",
                "@aws.account IN [\"1\")",
                "@aws.account IN [\"1\",]",
                "@aws.account NOT \"1\"",
                "@aws.account LIKE \"1%\"",
                "NOT @aws.account = \"1\"",
                "@aws.account = \"1\" AND",
                "@aws.account = \"1\" @aws.region = \"x\"",
                "(@aws.account = \"1\"",
                "@aws.account = \"1\")",
                "{ $.a = b }",
            })
    void what_we_cannot_read_is_an_error(String text) {
        assertThat(SelectionCriteria.parse(text)).isInstanceOf(Parse.ParseError.class);
    }

    @Property
    void any_text_gives_an_answer(@ForAll String text) {
        assertThat(SelectionCriteria.parse(text)).isNotNull();
        assertThat(SelectionCriteria.parse("@aws.region " + text)).isNotNull();
    }

    @Property
    void any_value_in_quotes_is_read_back(@ForAll String value) {
        SelectionCriteria criteria = SelectionCriteria.parse("@aws.region = " + Value.quoted(value))
                .value()
                .orElseThrow();
        assertThat(criteria.selects("1", value)).isTrue();
    }
}

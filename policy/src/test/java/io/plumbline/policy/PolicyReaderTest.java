package io.plumbline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
    @Test
    void strings_and_lists_of_strings_are_the_same() {
        Statement single = Policies.document("""
                        {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}""").statements().getFirst();
        Statement listed = Policies.document("""
                        {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"]}]}""").statements().getFirst();
        assertThat(single.actions()).isEqualTo(listed.actions()).containsExactly("s3:GetObject");
        assertThat(single.resources()).isEqualTo(listed.resources());
    }

    @Test
    void every_element_is_kept() {
        PolicyDocument document = Policies.document("""
                {"Version": "2012-10-17", "Id": "mine", "Statement": [
                  {"Sid": "first", "Effect": "Deny", "Principal": {"AWS": ["111122223333", "*"], "Service": "sns.amazonaws.com"},
                   "NotAction": "iam:*", "NotResource": ["a", "b"],
                   "Condition": {"ForAnyValue:StringLikeIfExists": {"aws:PrincipalTag/team": ["x", 5, true]}, "Bool": {"a": false}}},
                  {"Effect": "Allow", "NotPrincipal": "*"}]}""");
        assertThat(document.version()).contains("2012-10-17");
        assertThat(document.id()).contains("mine");
        Statement first = document.statements().getFirst();
        assertThat(first.denies()).isTrue();
        assertThat(first.label()).isEqualTo("first");
        assertThat(first.principal().orElseThrow().byKind())
                .containsEntry("AWS", List.of("111122223333", "*"))
                .containsEntry("Service", List.of("sns.amazonaws.com"));
        assertThat(first.notActions()).containsExactly("iam:*");
        assertThat(first.notResources()).containsExactly("a", "b");
        assertThat(first.conditions())
                .extracting(Condition::toString)
                .containsExactly("ForAnyValue:StringLikeIfExists aws:PrincipalTag/team [x, 5, true]", "Bool a [false]");
        Statement second = document.statements().get(1);
        assertThat(second.label()).isEqualTo("statement 1");
        assertThat(second.notPrincipal().orElseThrow().anyone()).isTrue();
    }

    @Test
    void problems_have_their_place() {
        List<Problem> problems = Policies.readable("""
                        {
                          "Version": 5,
                          "Statement": [
                            {"Effect": "allow", "action": "*", "Action": ["*", {"a": 1}], "Resource": "*", "Resource": null},
                            "no"
                          ]
                        }""").problems();
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "/Version (line 2, column 14): Version takes a string, this is 5",
                        "/Statement/0/Resource (line 4, column 96): 'Resource' stands here more than once",
                        "/Statement/0/Effect (line 4, column 16): Effect takes Allow or Deny, this is 'allow'",
                        "/Statement/0/Action/1 (line 4, column 56): a string or a list of strings belongs here, this is an"
                                + " object",
                        "/Statement/0/Resource (line 4, column 96): a string or a list of strings belongs here, this is null",
                        "/Statement/0/action (line 4, column 35): 'action' is no element that belongs here",
                        "/Statement/1 (line 5, column 5): a statement is an object, this is a string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Statement\": 1}",
                "{\"Statement\": null}",
                "{}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"111122223333\"}}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": 7}}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Condition\": []}}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Condition\": {\"Bool\": 1}}}",
                "{\"Statement\": {}}",
            })
    void what_the_grammar_does_not_know_is_reported(String text) {
        assertThat(Policies.readable(text).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "\"text\"", "null", "{", "{\"a\": }", "{} {}", "{} x", "%7B%7D"})
    void what_is_no_json_object_is_unreadable(String text) {
        assertThat(new PolicyReader().read(text)).isInstanceOf(PolicyReading.Unreadable.class);
        assertThat(new PolicyReader().read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PolicyReading.Unreadable.class);
    }

    @Test
    void the_encoding_of_bytes_is_found_out() {
        String text = "{\"Statement\": {\"Sid\": \"Zürich\", \"Effect\": \"Allow\"}}";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            PolicyReading reading = new PolicyReader().read(text.getBytes(charset));
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            PolicyReading.Readable.class,
                            readable -> assertThat(readable.document()
                                            .statements()
                                            .getFirst()
                                            .label())
                                    .isEqualTo("Zürich"));
        }
    }

    @Test
    void hostile_text_costs_little() {
        assertThat(new PolicyReader().read("[".repeat(1_000_000))).isInstanceOf(PolicyReading.Unreadable.class);
        assertThat(new PolicyReader().read("{\"Statement\":".repeat(100_000)))
                .isInstanceOf(PolicyReading.Unreadable.class);
        String longName = "n".repeat(40_000);
        String nulls = "null,".repeat(100_000) + "null";
        PolicyReading.Readable reading =
                Policies.readable("{\"Statement\": {\"Condition\": {\"" + longName + "\": {\"k\": [" + nulls + "]}}}}");
        assertThat(reading.problems()).hasSize(Problems.MOST);
    }

    @Test
    void many_statements_keep_their_order() {
        String statements = String.join(
                ",",
                IntStream.range(0, 1000)
                        .mapToObj(i -> "{\"Sid\": \"s" + i + "\", \"Effect\": \"Deny\"}")
                        .toList());
        assertThat(Policies.document("{\"Statement\": [" + statements + "]}").statements())
                .hasSize(1000)
                .allSatisfy(statement -> assertThat(statement.label()).isEqualTo("s" + statement.index()));
    }
}

package io.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void an_id_an_address_and_a_name_are_one_word_each() {
        assertThat(Tokens.words("arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d 10.0.1.5/32 Orders_Queue"))
                .containsExactly(
                        "arn",
                        "aws",
                        "ec2",
                        "eu-west-1",
                        "111122223333",
                        "vpc",
                        "vpc-0a1b2c3d",
                        "10.0.1.5",
                        "32",
                        "orders_queue");
    }

    @Test
    void a_word_with_letters_is_found_by_its_parts_and_an_address_is_not() {
        assertThat(Tokens.of("plumb-org-trail")).containsExactly("plumb-org-trail", "plumb", "org", "trail");
        assertThat(Tokens.of("10.20.30.40")).containsExactly("10.20.30.40");
    }

    @Test
    void what_stands_in_the_name_is_marked_and_stands_once() {
        assertThat(Tokens.indexed("web-1", "web running")).isEqualTo("!web-1 !web running");
    }

    @Test
    void quotes_line_ends_and_emoji_do_no_harm() {
        assertThat(Tokens.words("O'Brien\n\"quoted\" 🦊fox 名前")).containsExactly("o", "brien", "quoted", "🦊fox", "名前");
    }

    @Property
    void a_token_holds_nothing_that_stands_between_words(@ForAll String text) {
        assertThat(Tokens.of(text))
                .allSatisfy(token -> assertThat(token).isNotEmpty().doesNotContainPattern("[\\s!=/:,;\"'{}]"))
                .allSatisfy(token -> assertThat(token.length()).isLessThanOrEqualTo(Tokens.LONGEST));
    }

    @Property
    void the_words_of_a_question_are_among_the_tokens_of_the_text_it_was_copied_from(@ForAll String text) {
        assertThat(Tokens.of(text)).containsAll(Tokens.words(text));
    }

    @Property
    void a_marked_list_can_be_split_again(@ForAll String first, @ForAll String rest) {
        List<String> indexed = List.of(Tokens.indexed(first, rest).split(" "));
        assertThat(indexed.stream().map(token -> token.replaceFirst("^!", "")).filter(token -> !token.isEmpty()))
                .doesNotHaveDuplicates()
                .containsAll(Tokens.words(first + " " + rest));
    }

    @Property
    void what_begins_with_a_word_lies_between_it_and_the_end_that_is_worked_out(
            @ForAll String word, @ForAll String more) {
        java.util.Comparator<String> order = (one, other) -> java.util.Arrays.compareUnsigned(
                one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String token : Tokens.words(word)) {
            for (String other : Tokens.words(word + more)) {
                boolean inside = order.compare(other, token) >= 0
                        && TextRange.after(token)
                                .map(end -> order.compare(other, end) < 0)
                                .orElse(true);
                assertThat(inside).as("%s in %s", other, token).isEqualTo(other.startsWith(token));
            }
        }
    }
}

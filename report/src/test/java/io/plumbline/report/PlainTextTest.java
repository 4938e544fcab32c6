package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void what_steers_a_terminal_is_gone() {
        assertThat(PlainText.clean("a\u001b[2Jb\tc\r\nd\u202ee\u0000")).isEqualTo("a [2Jb c de");
    }

    @Test
    void wide_and_combining_characters_are_measured_as_terminals_draw_them() {
        assertThat(PlainText.width("データ")).isEqualTo(6);
        assertThat(PlainText.width("🦊")).isEqualTo(2);
        assertThat(PlainText.width("Z\u030cofie")).isEqualTo(5);
    }

    @Test
    void an_account_keeps_its_id_however_little_room_there_is() {
        assertThat(PlainText.account("a very long name", "111122223333", 22)).isEqualTo("a very… (111122223333)");
        assertThat(PlainText.account("", "111122223333", 22)).isEqualTo("111122223333");
    }

    @Test
    void long_words_are_broken_and_short_ones_kept_together() {
        assertThat(PlainText.wrap("one two threefourfive", 7)).containsExactly("one two", "threefo", "urfive");
    }

    @Property(tries = 300)
    void numbers_are_grouped_as_java_groups_them(
            @ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long number) {
        assertThat(PlainText.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
    }

    @Property(tries = 300)
    void a_cell_is_as_wide_as_its_column(@ForAll String text, @ForAll @IntRange(min = 2, max = 40) int columns) {
        String clean = PlainText.clean(text);
        assertThat(PlainText.width(PlainText.left(clean, columns))).isEqualTo(columns);
        assertThat(PlainText.width(PlainText.right(clean, columns))).isEqualTo(columns);
    }

    @Property(tries = 300)
    void no_wrapped_line_is_too_long_and_nothing_is_lost(
            @ForAll String text, @ForAll @IntRange(min = 2, max = 40) int columns) {
        assertThat(PlainText.wrap(text, columns)).allMatch(line -> PlainText.width(line) <= columns);
        assertThat(String.join("", PlainText.wrap(text, columns)).replace(" ", ""))
                .isEqualTo(PlainText.clean(text).replace(" ", ""));
    }
}

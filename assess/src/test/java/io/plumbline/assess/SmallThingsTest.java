package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.Database;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SmallThingsTest {
    @Property
    void distance_is_a_distance(@ForAll String one, @ForAll String other) {
        assertThat(Nearest.distance(one, other)).isEqualTo(Nearest.distance(other, one));
        assertThat(Nearest.distance(one, one)).isZero();
        assertThat(Nearest.distance(one, "")).isEqualTo(one.length());
    }

    @Example
    void the_nearest_word_or_all_of_them() {
        assertThat(Nearest.hint("regons", List.of("regions", "accounts"))).isEqualTo("Did you mean 'regions'?");
        assertThat(Nearest.hint("zzzzzzzz", List.of("b", "a"))).isEqualTo("Known: a, b.");
        assertThat(Nearest.hint("x", List.of())).isEqualTo("None are known here.");
    }

    @Provide
    Arbitrary<String> arns() {
        return Arbitraries.strings().withChars("ab%_\\*?.[").ofMaxLength(6);
    }

    @Property(tries = 100)
    void a_star_stands_for_any_text_and_nothing_else_is_special(
            @ForAll("arns") String pattern, @ForAll("arns") String arn) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        try (Database database = Database.open()) {
            assertThat(database.text("select like_escape(" + SqlValues.text(arn) + ", "
                            + SqlValues.text(WaiverMerge.pattern(pattern)) + ", '\\')::varchar"))
                    .isEqualTo(String.valueOf(
                            Pattern.compile(regex, Pattern.DOTALL).matcher(arn).matches()));
        }
    }
}

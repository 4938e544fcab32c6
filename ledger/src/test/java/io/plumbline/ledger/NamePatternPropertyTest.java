package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a pattern of ours matches, Prowler's search finds: nothing more is hidden than was muted. */
class NamePatternPropertyTest {
    @Property(tries = 20_000)
    void never_wider_than_the_expression(@ForAll("expressions") String expression, @ForAll("names") String name) {
        NamePattern.of(expression).ifPresent(pattern -> {
            if (pattern.matches(name)) {
                assertThat(found(expression, name))
                        .as("%s in %s by %s", expression, name, pattern.glob())
                        .isTrue();
            }
        });
    }

    /** As Prowler does it: a star at the beginning is ".*". */
    private static boolean found(String expression, String name) {
        try {
            return Pattern.compile(expression.startsWith("*") ? ".*" + expression.substring(1) : expression)
                    .matcher(name)
                    .find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.strings().withChars("ab.*^$\\+?-").ofMaxLength(7);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab.-$^*").ofMaxLength(6);
    }
}

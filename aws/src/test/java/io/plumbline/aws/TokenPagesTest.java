package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenPagesTest {
    private static final Map<String, Page> PAGES = Map.of(
            "", new Page(List.of("a", "b"), "second"),
            "second", new Page(List.of(), "third"),
            "third", new Page(List.of("c"), ""));

    private final List<String> asked = new ArrayList<>();

    private record Page(List<String> rows, @Nullable String next) {}

    private Iterable<String> pages() {
        return TokenPages.of(this::ask, Page::next, Page::rows);
    }

    private Page ask(@Nullable String token) {
        String key = Optional.ofNullable(token).orElse("");
        asked.add(key);
        return PAGES.getOrDefault(key, new Page(List.of(), null));
    }

    @Test
    void every_row_of_every_page_comes_once_and_an_empty_page_ends_nothing() {
        assertThat(pages()).containsExactly("a", "b", "c");
        assertThat(asked).containsExactly("", "second", "third");
    }

    @Test
    void no_page_is_asked_for_before_a_row_of_it_is_wanted() {
        Iterator<String> rows = pages().iterator();
        assertThat(rows.next()).isEqualTo("a");
        assertThat(asked).containsExactly("");
    }

    @Test
    void an_answer_without_a_token_is_the_last() {
        assertThat(TokenPages.of(token -> new Page(List.of("only"), null), Page::next, Page::rows))
                .containsExactly("only");
    }
}

package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesByTokenTest {
    private record Page(List<Integer> rows, @Nullable String next) {}

    @Property
    void rows_of_all_pages_come_in_order(@ForAll @NotEmpty List<List<Integer>> pages) {
        Iterable<Integer> rows = PagesByToken.of(
                token -> {
                    int number = token == null ? 0 : Integer.parseInt(token);
                    return new Page(pages.get(number), number + 1 < pages.size() ? String.valueOf(number + 1) : null);
                },
                Page::next,
                Page::rows);
        assertThat(rows)
                .containsExactlyElementsOf(pages.stream().flatMap(List::stream).toList());
        assertThat(rows)
                .as("asked again")
                .containsExactlyElementsOf(pages.stream().flatMap(List::stream).toList());
    }

    @Test
    void an_empty_token_ends_the_list_too() {
        assertThat(PagesByToken.list(token -> new Page(List.of(1), ""), Page::next, Page::rows))
                .containsExactly(1);
    }

    @Test
    void a_page_is_asked_for_when_the_rows_before_it_are_read() {
        List<String> asked = new ArrayList<>();
        Map<String, Page> pages = Map.of("", new Page(List.of(1, 2), "b"), "b", new Page(List.of(3), null));
        Iterator<Integer> rows = PagesByToken.of(
                        token -> {
                            asked.add(String.valueOf(token));
                            return Objects.requireNonNull(pages.get(token == null ? "" : token));
                        },
                        Page::next,
                        Page::rows)
                .iterator();
        assertThat(rows.next()).isEqualTo(1);
        assertThat(asked).containsExactly("null");
        assertThat(rows.next()).isEqualTo(2);
        assertThat(rows.next()).isEqualTo(3);
        assertThat(asked).containsExactly("null", "b");
    }
}

package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class TokenPagesTest {
    /** A page of a list, and the token of the next one; empty on the last. */
    private record Numbers(List<Integer> numbers, String next) {}

    private final List<String> asked = new ArrayList<>();

    private Numbers page(String token) {
        asked.add(token);
        int at = token.isEmpty() ? 0 : Integer.parseInt(token);
        return new Numbers(List.of(at), at == 2 ? "" : String.valueOf(at + 1));
    }

    private TokenPages<Numbers> pages() {
        return new TokenPages<>(token -> page(token == null ? "" : token), Numbers::next);
    }

    @Test
    void pages_are_turned_until_no_further_one_is_named() {
        List<Integer> all = new ArrayList<>();
        pages().forEach(page -> all.addAll(page.numbers()));
        assertThat(all).containsExactly(0, 1, 2);
    }

    @Test
    void a_page_is_asked_for_when_it_is_wanted() {
        Iterator<Numbers> turning = pages().iterator();
        assertThat(asked).isEmpty();
        turning.next();
        assertThat(asked).containsExactly("");
    }

    @Test
    void behind_the_last_page_is_nothing() {
        Iterator<Numbers> turning = pages().iterator();
        turning.forEachRemaining(page -> {});
        assertThatThrownBy(turning::next).isInstanceOf(NoSuchElementException.class);
    }
}

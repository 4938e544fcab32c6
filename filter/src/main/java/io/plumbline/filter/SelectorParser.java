package io.plumbline.filter;

import io.plumbline.filter.Selector.Field;
import io.plumbline.filter.Selector.Index;
import io.plumbline.filter.Selector.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads selectors. Beyond names and indices AWS documents {@code $.['a.b']} for names with other characters, which is plain, and
 * {@code $.*} and {@code $.a[*]} for any member or element, which we do not judge: how they go with {@code !=} is not documented.
 */
final class SelectorParser {
    private static final int MOST_DIGITS = 9;

    private final Cursor cursor;

    SelectorParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Selector selector() {
        int start = cursor.position();
        cursor.expect("$");
        List<Step> steps = new ArrayList<>();
        while (cursor.peek() == '.' || cursor.peek() == '[') {
            steps.add(cursor.take(".") ? member() : element());
        }
        if (steps.isEmpty() || !(steps.getFirst() instanceof Field)) {
            throw cursor.refuse(start, "a selector starts with $. and a name");
        }
        return new Selector(steps);
    }

    private Step member() {
        if (cursor.take("*")) {
            return wildcard();
        }
        if (cursor.peek() == '[') {
            return element();
        }
        String name = cursor.takeWhile(Selector::isPlain);
        if (name.isEmpty()) {
            throw cursor.refuse("a name is expected");
        }
        return new Field(name);
    }

    private Step element() {
        cursor.expect("[");
        Step step;
        if (cursor.take("*")) {
            step = wildcard();
        } else if (cursor.take("'")) {
            String name = cursor.takeUntil('\'', "name");
            if (name.isEmpty()) {
                throw cursor.refuse("a name is expected");
            }
            step = new Field(name);
        } else {
            step = index();
        }
        cursor.expect("]");
        return step;
    }

    private Step index() {
        String digits = cursor.takeWhile(Cursor::isDigit);
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            throw cursor.refuse("the number of an element is expected");
        }
        return new Index(Integer.parseInt(digits));
    }

    private Step wildcard() {
        cursor.leaveUnjudged("a wildcard in a selector");
        return new Field("*");
    }
}

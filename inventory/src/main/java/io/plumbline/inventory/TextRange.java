package io.plumbline.inventory;

import io.plumbline.snapshot.Sql;
import java.util.Optional;

/** What begins with a text, said as a range, so that row groups outside of it are passed over. */
final class TextRange {
    private TextRange() {}

    /** The SQL condition that a column begins so. */
    static String beginningWith(String column, String text) {
        return column + " >= " + Sql.text(text)
                + after(text)
                        .map(end -> " and " + column + " < " + Sql.text(end))
                        .orElse("");
    }

    /** The first text after all that begin so, in the order of UTF-8, which is that of code points. */
    static Optional<String> after(String text) {
        int[] points = text.codePoints().toArray();
        for (int i = points.length - 1; i >= 0; i--) {
            if (points[i] < Character.MAX_CODE_POINT) {
                int next = points[i] + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : points[i] + 1;
                return Optional.of(new String(points, 0, i) + Character.toString(next));
            }
        }
        return Optional.empty();
    }
}

package io.plumbline.assess;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What several rules ask of the collected tables in the same words: a SELECT with a name, computed once for all rules of an assessment
 * that read it. It reads tables and {@code journal}; it has no parameters and reads no other view.
 *
 * @param name its file's name, and what rules call it
 * @param origin where the file is, for messages
 * @param sql its SELECT, with the comment that says what a row of it is
 */
record View(String name, String origin, String sql) {

    /** Those of some views that a SELECT names. */
    static List<View> in(String sql, List<View> views) {
        return views.stream()
                .filter(view -> Pattern.compile("\\b" + view.name() + "\\b")
                        .matcher(sql)
                        .find())
                .toList();
    }
}

package io.plumbline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects problems, but no more than a person would read: hostile text could otherwise make millions of them with long paths. */
final class Problems {
    static final int MOST = 100;

    private final List<Problem> found = new ArrayList<>();

    void add(Json value, Supplier<String> path, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(value.at(path.get()), message));
        }
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}

package io.plumbline.assess;

import java.util.List;

/**
 * How one case of a rule went.
 *
 * @param problems what was not as the case says; empty if all was
 */
public record CaseResult(String rule, String name, List<String> problems) {
    public CaseResult {
        problems = List.copyOf(problems);
    }

    public boolean passed() {
        return problems.isEmpty();
    }
}

package io.plumbline.assess;

import java.util.List;
import java.util.Map;

/**
 * A benchmark: controls in its order, each checked by a rule.
 *
 * @param sections the title of each section by its number
 */
public record Framework(String id, String title, Map<String, String> sections, List<Control> controls) {

    /**
     * One recommendation.
     *
     * @param control its number, such as {@code 1.10}
     * @param rule id of the rule that checks it
     * @param section number of its section
     * @param scored whether it counts towards the score
     */
    public record Control(String control, String rule, String section, int level, boolean scored) {}
}

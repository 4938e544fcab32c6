package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a {@link Framework} of its file, strictly. */
final class FrameworkReader {
    private FrameworkReader() {}

    /**
     * Reads one framework.
     *
     * @param rules ids of the rules there are
     * @throws BadInput if it names a rule that is not among them
     */
    static Framework read(String id, String file, String text, Set<String> rules) {
        YamlMap yaml = YamlMap.read(file, text, "id", "title", "sections", "controls");
        if (!yaml.text("id").equals(id)) {
            throw yaml.wrong("id", "is '" + yaml.text("id") + "', but the file is called " + id + ".yaml.");
        }
        Map<String, String> sections = new LinkedHashMap<>();
        yaml.anyMap("sections").ifPresent(map -> map.keys().forEach(key -> sections.put(key, map.text(key))));
        Map<String, Framework.Control> controls = new LinkedHashMap<>();
        for (YamlMap one : yaml.list("controls", "control", "rule", "section", "level", "scored")) {
            Framework.Control control = new Framework.Control(
                    one.text("control"),
                    one.text("rule"),
                    one.text("section"),
                    Math.toIntExact(one.number("level")),
                    one.truth("scored"));
            one.known("rule", List.of(control.rule()), rules, "rule");
            one.known("section", List.of(control.section()), sections.keySet(), "section");
            if (controls.put(control.control(), control) != null) {
                throw one.wrong("control", control.control() + " stands here twice.");
            }
        }
        return new Framework(id, yaml.text("title"), sections, new ArrayList<>(controls.values()));
    }
}

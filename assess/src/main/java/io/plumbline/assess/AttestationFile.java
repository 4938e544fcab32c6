package io.plumbline.assess;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Attestations as a YAML list. */
public final class AttestationFile {
    private static final String[] KEYS = {
        "rule", "control", "accounts", "unit", "units", "answer", "by", "at", "note", "evidence", "expires"
    };

    private AttestationFile() {}

    /**
     * Reads attestations, expired ones too.
     *
     * @param file what to call it in messages
     * @throws io.plumbline.model.BadInput if a key is unknown or missing, or the rule does not exist or takes no answer
     */
    public static List<Attestation> read(String file, String text, Catalog catalog) {
        return of(YamlMap.readList(file, text, KEYS), catalog);
    }

    static List<Attestation> of(List<YamlMap> all, Catalog catalog) {
        List<Attestation> attestations = new ArrayList<>();
        all.forEach(one -> attestations.add(attestation(one, catalog)));
        return attestations;
    }

    static String[] keys() {
        return KEYS.clone();
    }

    private static Attestation attestation(YamlMap yaml, Catalog catalog) {
        String key = yaml.has("rule") ? "rule" : "control";
        if (yaml.has("rule") == yaml.has("control")) {
            throw yaml.wrong("an attestation names its 'rule' or its 'control', one of them.");
        }
        Rule rule = catalog.rule(ruleOf(yaml, key, catalog));
        if (!rule.attestable()) {
            throw yaml.wrong(
                    key,
                    "names " + rule.id() + ", which data decides; no answer is asked for. Use an exception instead.");
        }
        List<String> units = new ArrayList<>(yaml.oneOrMore("unit"));
        units.addAll(yaml.texts("units"));
        if (units.isEmpty() && yaml.texts("accounts").isEmpty()) {
            throw yaml.wrong("an attestation names its 'accounts' or its 'units'.");
        }
        if (!yaml.has("note") && !yaml.has("evidence")) {
            throw yaml.wrong("an attestation gives a 'note', or a link to its 'evidence'.");
        }
        return new Attestation(
                rule.id(),
                yaml.texts("accounts"),
                units,
                yaml.word("answer", Attestation.Answer.class),
                yaml.text("by"),
                yaml.moment("at"),
                yaml.optionalText("note"),
                yaml.optionalText("evidence"),
                yaml.end("expires"));
    }

    /** A control's number means the rule that checks it; it must be the same rule in every framework that has the number. */
    private static String ruleOf(YamlMap yaml, String key, Catalog catalog) {
        if (key.equals("rule")) {
            yaml.known(
                    key,
                    List.of(yaml.text(key)),
                    catalog.rules().stream().map(Rule::id).toList(),
                    "rule");
            return yaml.text(key);
        }
        Set<String> known = new LinkedHashSet<>();
        Set<String> rules = new LinkedHashSet<>();
        catalog.frameworks()
                .forEach(framework -> framework.controls().forEach(control -> {
                    known.add(control.control());
                    if (control.control().equals(yaml.text(key))) {
                        rules.add(control.rule());
                    }
                }));
        yaml.known(key, List.of(yaml.text(key)), known, "control");
        if (rules.size() > 1) {
            throw yaml.wrong(
                    key, "is checked by several rules, " + String.join(" and ", rules) + "; name the rule instead.");
        }
        return rules.iterator().next();
    }
}

package io.plumbline.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which checks of another tool say together what a rule of ours says. */
record ForeignRules(List<Entry> entries) {
    /**
     * One rule.
     *
     * @param form how what the tool names is called in our units
     * @param checks the tool's names; only all of them together are the rule
     */
    record Entry(String rule, String form, Set<String> checks) {}

    /** A table among our resources: rule, form and checks a line. */
    static ForeignRules of(String resource) {
        try (InputStream stream = Objects.requireNonNull(ForeignRules.class.getResourceAsStream(resource), resource)) {
            return new ForeignRules(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(parts -> new Entry(parts[0], parts[1], new TreeSet<>(Arrays.asList(parts[2].split(" ")))))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> checks() {
        Set<String> checks = new TreeSet<>();
        entries.forEach(entry -> checks.addAll(entry.checks()));
        return checks;
    }

    /**
     * The rules that these checks are; what is lacking for others is said.
     *
     * @param label what the list calls it
     */
    List<Entry> said(String label, Set<String> checks, List<ImportReport.Skipped> skipped) {
        List<Entry> said = new ArrayList<>();
        for (Entry entry : entries) {
            Set<String> lacking = new TreeSet<>(entry.checks());
            lacking.removeAll(checks);
            if (lacking.isEmpty()) {
                said.add(entry);
            } else if (lacking.size() < entry.checks().size()) {
                skipped.add(new ImportReport.Skipped(
                        label,
                        "the rule " + entry.rule() + " also judges what " + String.join(" and ", lacking)
                                + " judges, which is not muted there. Ask for an exception if all of it is meant."));
            }
        }
        return said;
    }
}

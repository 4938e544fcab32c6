package io.plumbline.ledger;

import io.plumbline.assess.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules that {@link Day} has verdicts of, in two frameworks that share one of them. */
final class HandCatalog {
    private HandCatalog() {}

    static Catalog in(Path folder) {
        for (String rule : List.of(Day.EACH, Day.ANY, Day.PERSON, Day.OWNER)) {
            write(folder.resolve("rules/test/" + rule + "/rule.yaml"), """
                    title: The rule %s
                    severity: medium
                    category: Test
                    assessment: automated
                    unit: thing
                    meaning: What it means.
                    why: Why it matters.
                    fix: {console: By hand., cli: mend, terraform: mended}
                    """.formatted(rule));
            // Never run: the verdicts are made by hand.
            write(folder.resolve("rules/test/" + rule + "/rule.sql"), "select 1 as never_run");
            write(folder.resolve("rules/test/" + rule + "/cases.yaml"), "cases: []");
        }
        write(folder.resolve("frameworks/one.yaml"), """
                id: one
                title: One
                sections: {"1": People, "2": Things}
                controls:
                  - {control: "1.1", rule: each-person, section: "1", level: 1, scored: true}
                  - {control: "2.1", rule: each-thing, section: "2", level: 1, scored: true}
                  - {control: "2.2", rule: any-thing, section: "2", level: 1, scored: true}
                  - {control: "2.3", rule: each-owner, section: "2", level: 2, scored: false}
                """);
        write(folder.resolve("frameworks/two.yaml"), """
                id: two
                title: Two
                sections: {"A": All}
                controls:
                  - {control: "A.1", rule: each-thing, section: "A", level: 1, scored: true}
                  - {control: "A.2", rule: each-thing, section: "A", level: 1, scored: true}
                """);
        return Catalog.of(folder);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

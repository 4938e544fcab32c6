package io.plumbline.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's rules folder with one rule, {@code mine}, that is right until a test says otherwise. */
final class RuleFolder {
    static final String YAML = """
            title: Mine
            severity: low
            category: Test
            assessment: automated
            unit: thing
            meaning: What it means.
            why: Why it matters.
            fix:
              console: By hand.
              cli: mend
              terraform: mended
            """;
    static final String SQL = """
            select t.account_id, t.region, t.arn as unit, t.arn as asset, 'PASS' as status, 'fine' as reason, null as evidence
            from thing t join param p on p.account_id = t.account_id
            """;
    static final String CASES = """
            cannot: {FAIL: it is a test}
            cases:
              - name: one
                tables: {thing: [{arn: t/1}]}
                expect: [{unit: t/1, status: PASS}]
              - name: none
                unread: [{table: thing, action: "x:List", code: AccessDenied}]
                expect: [{unit: "region:111122223333:us-east-1", status: UNKNOWN}]
            """;

    private final Path root;

    RuleFolder(Path root) {
        this.root = root;
        write("rules/test/mine/rule.yaml", YAML);
        write("rules/test/mine/rule.sql", SQL);
        write("rules/test/mine/cases.yaml", CASES);
    }

    RuleFolder write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RuleFolder yaml(String text) {
        return write("rules/test/mine/rule.yaml", text);
    }

    RuleFolder sql(String text) {
        return write("rules/test/mine/rule.sql", text);
    }

    RuleFolder cases(String text) {
        return write("rules/test/mine/cases.yaml", text);
    }

    Catalog catalog() {
        return Catalog.of(root);
    }
}

package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline rules show ID}. */
@Command(
        name = "show",
        description = "Show a rule: what it means, why it matters, how to fix it, its parameters and its SQL.",
        footer = {"", "Example: plumbline rules show kms-cmk-rotation"})
final class RulesShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The rule's id.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Mixin
    private final CatalogOption catalogs = new CatalogOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Catalog catalog = catalogs.load();
        Rule rule = catalog.rule(id);
        PrintWriter out = spec.commandLine().getOut();
        out.println(rule.id() + ": " + rule.title());
        out.println(RulesListCommand.controls(catalog, rule) + "; "
                + rule.severity().word() + "; " + rule.category() + "; judges: " + rule.unit());
        part(out, "What it means", rule.meaning());
        part(out, "Why it matters", rule.why());
        part(out, "How to fix it: console", rule.fix().console());
        part(out, "How to fix it: command line", rule.fix().cli());
        part(out, "How to fix it: Terraform", rule.fix().terraform());
        if (!rule.parameters().isEmpty()) {
            out.println("\nParameters");
            rule.parameters()
                    .values()
                    .forEach(parameter -> out.println("  " + parameter.name() + " = " + parameter.standard() + "  ("
                            + parameter.meaning() + (parameter.fixed() ? "; not to be set" : "") + ")"));
        }
        part(out, "SQL", rule.sql());
        part(out, "References", String.join("\n", rule.references()));
        out.flush();
        return ExitCode.DONE;
    }

    private static void part(PrintWriter out, String heading, String text) {
        out.println();
        out.println(heading);
        wrapped(text).lines().forEach(line -> out.println("  " + line));
    }

    /** Folded prose is one long line; it is broken at 98 columns, other lines stay as they are. */
    private static String wrapped(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.strip().split("\n", -1)) {
            int column = 0;
            for (String word : line.length() > 118 ? line.split(" ") : new String[] {line}) {
                if (column > 0 && column + 1 + word.length() > 96) {
                    out.append('\n');
                    column = 0;
                } else if (column > 0) {
                    out.append(' ');
                    column++;
                }
                out.append(word);
                column += word.length();
            }
            out.append('\n');
        }
        return out.toString();
    }
}

package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline rules list}. */
@Command(
        name = "list",
        description = "List all rules.",
        footer = {"", "Example: plumbline rules list --format json"})
final class RulesListCommand implements Callable<Integer> {
    @Mixin
    private final CatalogOption catalogs = new CatalogOption();

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Catalog catalog = catalogs.load();
        PrintWriter out = spec.commandLine().getOut();
        List<Rule> rules = catalog.rules();
        switch (format.chosen()) {
            case json ->
                out.println(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "rules",
                                rules.stream().map(rule -> json(catalog, rule)).toList())));
            case table ->
                rules.forEach(rule -> out.printf(
                        "%-34s %-13s %-10s %s%n",
                        rule.id(), rule.severity().word(), controls(catalog, rule), rule.title()));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static Map<String, Object> json(Catalog catalog, Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.id());
        json.put("title", rule.title());
        json.put("severity", rule.severity().word());
        json.put("category", rule.category());
        json.put("service", rule.service());
        json.put("unit", rule.unit());
        json.put("controls", controls(catalog, rule));
        return json;
    }

    /** Where the frameworks have it, such as {@code cis-1.2 1.13}. */
    static String controls(Catalog catalog, Rule rule) {
        return catalog.frameworks().stream()
                .flatMap(framework -> framework.controls().stream()
                        .filter(control -> control.rule().equals(rule.id()))
                        .map(control -> framework.id() + " " + control.control()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("-");
    }
}

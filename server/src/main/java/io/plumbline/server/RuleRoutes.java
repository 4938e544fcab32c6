package io.plumbline.server;

import io.plumbline.assess.Fix;
import io.plumbline.assess.Framework;
import io.plumbline.assess.Rule;
import io.plumbline.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a rule means, why it matters, how to fix what it finds. */
record RuleRoutes(Center center) implements Routes {
    private record ParameterJson(
            String name,
            String type,

            @com.fasterxml.jackson.annotation.JsonProperty("default")
            String standard,

            String about) {}

    private record ControlJson(String framework, String control) {}

    private record FixJson(String console, String cli, String terraform) {}

    private record RuleJson(
            String id,
            String title,
            String severity,
            String category,
            String service,
            String meaning,
            String why,
            FixJson fix,
            String sql,
            boolean attestable,
            Optional<String> attest,
            List<ParameterJson> parameters,
            List<String> references,
            List<ControlJson> controls) {}

    private record SectionJson(String id, String title) {}

    private record FrameworkJson(String id, String title, int controls, long rules, List<SectionJson> sections) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("getRule", request -> new Answer.Json(json(rule(center, request.text("rule")))));
        routes.accept(
                "listFrameworks",
                request -> new Answer.Json(new ItemsJson<>(center.catalog().frameworks().stream()
                        .map(RuleRoutes::json)
                        .toList())));
    }

    /** A rule that a caller names. */
    static Rule rule(Center center, String id) {
        return Center.found(() -> center.catalog().rule(id));
    }

    /** How severities are written everywhere. */
    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static FrameworkJson json(Framework framework) {
        return new FrameworkJson(
                framework.id(),
                framework.title(),
                framework.controls().size(),
                framework.controls().stream()
                        .map(Framework.Control::rule)
                        .distinct()
                        .count(),
                framework.sections().entrySet().stream()
                        .map(section -> new SectionJson(section.getKey(), section.getValue()))
                        .toList());
    }

    private RuleJson json(Rule rule) {
        Fix fix = rule.fix();
        return new RuleJson(
                rule.id(),
                rule.title(),
                word(rule.severity()),
                rule.category(),
                rule.service(),
                rule.meaning(),
                rule.why(),
                new FixJson(fix.console(), fix.cli(), fix.terraform()),
                rule.sql(),
                rule.attestable(),
                rule.attest(),
                rule.parameters().values().stream()
                        .map(parameter -> new ParameterJson(
                                parameter.name(),
                                parameter.type().name().toLowerCase(Locale.ROOT),
                                String.valueOf(parameter.standard()),
                                parameter.meaning()))
                        .toList(),
                rule.references(),
                center.catalog().frameworks().stream()
                        .flatMap(framework -> framework.controls().stream()
                                .filter(control -> control.rule().equals(rule.id()))
                                .map(control -> new ControlJson(framework.id(), control.control())))
                        .toList());
    }
}

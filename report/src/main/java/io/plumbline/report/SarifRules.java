package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Rule;
import io.plumbline.model.Severity;
import java.util.List;
import java.util.stream.Stream;

/** What a SARIF run says of its tool: the rules with their texts, and the frameworks as taxonomies that the rules refer to. */
final class SarifRules {
    private SarifRules() {}

    static void write(JsonOut run, ReportInput input, Controls controls) {
        List<String> frameworks =
                input.groups().stream().filter(id -> !id.isEmpty()).toList();
        run.object(
                "tool",
                tool -> tool.object(
                        "driver",
                        driver -> driver.text("name", "Plumbline")
                                .text("version", input.version())
                                .list(
                                        "supportedTaxonomies",
                                        list -> frameworks.forEach(
                                                id -> list.object(reference -> reference(reference, frameworks, id))))
                                .list(
                                        "rules",
                                        list -> controls.rules()
                                                .forEach(id -> list.row(rule -> rule(
                                                        rule,
                                                        input.catalog().rule(id),
                                                        controls.ofRule(id),
                                                        frameworks))))));
        run.list(
                "taxonomies",
                list -> frameworks.forEach(id -> list.row(taxonomy -> taxonomy.text("name", id)
                        .object("shortDescription", text -> text.text("text", input.frameworkTitle(id)))
                        .list(
                                "taxa",
                                taxa -> taxa(controls, id)
                                        .forEach(control -> taxa.object(taxon -> taxon.text("id", control.control())
                                                .object(
                                                        "shortDescription",
                                                        text -> text.text("text", control.title()))))))));
    }

    private static List<ControlResult> taxa(Controls controls, String framework) {
        return controls.rules().stream()
                .flatMap(rule -> controls.ofRule(rule).stream())
                .filter(control -> control.framework().equals(framework))
                .toList();
    }

    private static void rule(JsonOut json, Rule rule, List<ControlResult> controls, List<String> frameworks) {
        json.text("id", rule.id())
                .object("shortDescription", text -> text.text("text", rule.title()))
                .object("fullDescription", text -> text.text("text", rule.meaning()))
                .object("help", help -> help.text("text", plain(rule)).text("markdown", markdown(rule)))
                .object("defaultConfiguration", defaults -> defaults.text("level", SarifFormat.level(rule.severity())))
                .list(
                        "relationships",
                        list -> controls.stream()
                                .filter(control -> !control.framework().isEmpty())
                                .forEach(control -> list.object(relationship -> relationship
                                        .object(
                                                "target",
                                                target -> target.text("id", control.control())
                                                        .object(
                                                                "toolComponent",
                                                                reference -> reference(
                                                                        reference, frameworks, control.framework())))
                                        .texts("kinds", List.of("relevant")))))
                .object(
                        "properties",
                        properties -> properties
                                .texts(
                                        "tags",
                                        Stream.of("security", rule.service(), rule.category())
                                                .distinct()
                                                .toList())
                                .text("precision", "very-high")
                                .text(
                                        "problem.severity",
                                        SarifFormat.level(rule.severity()).replace("note", "recommendation"))
                                .text("security-severity", score(rule.severity())));
    }

    private static void reference(JsonOut reference, List<String> frameworks, String framework) {
        reference.text("name", framework).number("index", frameworks.indexOf(framework));
    }

    private static String plain(Rule rule) {
        return rule.why().strip() + "\n\nIn the console:\n"
                + rule.fix().console().strip() + "\n\nWith the AWS CLI:\n"
                + rule.fix().cli().strip() + "\n\nWith Terraform:\n"
                + rule.fix().terraform().strip();
    }

    private static String markdown(Rule rule) {
        return rule.why().strip() + "\n\n### In the console\n\n"
                + rule.fix().console().strip() + "\n\n### With the AWS CLI\n\n````sh\n"
                + rule.fix().cli().strip() + "\n````\n\n### With Terraform\n\n````hcl\n"
                + rule.fix().terraform().strip() + "\n````\n";
    }

    /** GitHub sorts by a number from 0 to 10 and calls it critical above 9, high from 7, medium from 4. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.5";
            case INFORMATIONAL -> "1.0";
        };
    }
}

package io.plumbline.cli;

import io.plumbline.assess.RuleTemplate;
import io.plumbline.model.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline rules new ID}. */
@Command(
        name = "new",
        description =
                "Start a rule: a folder with texts to fill in, SQL to write, and a case that fails until it is right.",
        footer = {"", "Example: plumbline rules new vpc-no-default --service vpc --rules-dir my-catalog"})
final class RulesNewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The rule's id: lower-case words with hyphens.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(
            names = "--service",
            paramLabel = "S",
            description = "The folder it goes to (default: the id's first word).",
            defaultValue = "")
    @SuppressWarnings("NullAway.Init")
    private String service;

    @Option(
            names = "--rules-dir",
            paramLabel = "DIR",
            description = "The catalogue it goes to (default: ${DEFAULT-VALUE}).",
            defaultValue = "catalog")
    @SuppressWarnings("NullAway.Init")
    private Path catalog;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> files = RuleTemplate.blank(id);
        Path folder = catalog.resolve("rules")
                .resolve(service.isEmpty() ? RuleTemplate.service(id) : service)
                .resolve(id);
        if (Files.exists(folder)) {
            throw new BadInput(folder + " exists already; nothing was written.");
        }
        files.forEach((file, text) -> Templates.write(text, folder.resolve(file)));
        spec.commandLine()
                .getOut()
                .println(folder + ": fill in rule.yaml, write rule.sql, then run: plumbline rules test " + folder);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}

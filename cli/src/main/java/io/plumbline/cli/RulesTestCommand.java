package io.plumbline.cli;

import io.plumbline.assess.CaseResult;
import io.plumbline.assess.CaseRunner;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import io.plumbline.aws.AwsOperations;
import io.plumbline.aws.AwsTypes;
import io.plumbline.model.BadInput;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline rules test [PATH]}. */
@Command(
        name = "test",
        description = "Run the cases of rules: all of them, one rule's, or those of a folder of your own.",
        footer = {"", "Example: plumbline rules test iam-root-mfa", "         plumbline rules test my-catalog"})
final class RulesTestCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID|PATH",
            description = "A rule's id, a rule's folder, or a catalogue folder.")
    private @Nullable String path;

    @Mixin
    private final CatalogOption catalogs = new CatalogOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Chosen chosen = choose();
        PrintWriter out = spec.commandLine().getOut();
        long cases = 0;
        long failed = 0;
        AwsOperations operations = new AwsOperations();
        try (CaseRunner runner = new CaseRunner(
                chosen.catalog(),
                AwsTypes.load(),
                call -> operations.problems(call.service(), call.operation(), call.parameters()))) {
            for (Rule rule : chosen.rules()) {
                List<CaseResult> results = runner.run(rule);
                cases += results.size();
                for (CaseResult result : results) {
                    if (!result.passed()) {
                        failed++;
                        out.println("FAILED  " + rule.id() + ": " + result.name());
                        result.problems().forEach(problem -> out.println("        " + problem));
                    }
                }
            }
        }
        out.println(chosen.rules().size() + " rules, " + cases + " cases, " + failed + " failed");
        out.flush();
        return failed == 0 ? ExitCode.DONE : ExitCode.ERROR;
    }

    private record Chosen(Catalog catalog, List<Rule> rules) {}

    private Chosen choose() {
        Optional<Path> folder = Optional.ofNullable(path)
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(Path::toAbsolutePath);
        if (folder.isEmpty()) {
            Catalog catalog = catalogs.load();
            return new Chosen(catalog, path == null ? catalog.rules() : List.of(catalog.rule(path)));
        }
        Path root = catalogRoot(folder.get());
        Catalog catalog = Catalog.of(root);
        List<Rule> rules = catalog.rules().stream()
                .filter(rule -> root.equals(folder.get()) || folder.get().endsWith(rule.id()))
                .toList();
        if (rules.isEmpty()) {
            throw new BadInput(
                    "There is no rule in " + folder.get() + ". Rules lie in CATALOGUE/rules/SERVICE/RULE-ID/.");
        }
        return new Chosen(catalog, rules);
    }

    /** A rule's own folder lies three levels below its catalogue's. */
    private static Path catalogRoot(Path folder) {
        if (Files.isRegularFile(folder.resolve("rule.yaml"))) {
            Path services = folder.getParent();
            Path rules = services == null ? null : services.getParent();
            Path root = rules == null ? null : rules.getParent();
            if (root != null) {
                return root;
            }
        }
        return folder;
    }
}

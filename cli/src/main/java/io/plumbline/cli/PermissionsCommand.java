package io.plumbline.cli;

import io.plumbline.assess.Assessor;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.RuleMemory;
import io.plumbline.assess.SelectedControl;
import io.plumbline.assess.Selection;
import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.ScanPolicy;
import io.plumbline.collect.ScanRequest;
import io.plumbline.collect.ScanRole;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline permissions}. */
@Command(
        name = "permissions",
        description = "Print the least that a scan's role must be allowed: a policy, or a whole role.",
        footer = {"", "Example: plumbline permissions --format cloudformation > plumbline-role.yaml"})
final class PermissionsCommand implements Callable<Integer> {
    /** The forms there are. */
    enum Form {
        json,
        cloudformation,
        terraform
    }

    @Option(
            names = "--framework",
            split = ",",
            paramLabel = "F",
            description = "For these frameworks (default: cis-1.2).",
            defaultValue = "cis-1.2")
    @SuppressWarnings("NullAway.Init")
    private List<String> frameworks;

    @Option(names = "--all", description = "For every table that can be collected.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "json")
    @SuppressWarnings("NullAway.Init")
    private Form format;

    @Option(
            names = "--template-url",
            paramLabel = "URL",
            description =
                    "Where you put the CloudFormation template in S3: print the quick-create link that opens the console with it.")
    private @Nullable String template;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (template != null) {
            spec.commandLine().getOut().println(ScanRole.quickCreate(template, ScanRequest.callerRegion(List.of())));
            return ExitCode.DONE;
        }
        AwsTypes types = AwsTypes.load();
        ScanPolicy policy = all ? ScanPolicy.all(types.sources()) : ScanPolicy.of(types.sources(), needs(types));
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (format) {
                    case json -> policy.json();
                    case cloudformation -> new ScanRole(policy).cloudFormation();
                    case terraform -> new ScanRole(policy).terraform();
                });
        out.flush();
        return ExitCode.DONE;
    }

    private List<Need> needs(AwsTypes types) {
        try (Database database = Database.open()) {
            Catalog catalog = Catalog.load(Optional.empty());
            return new Assessor(database, types, RuleMemory.none())
                    .needs(catalog.select(Selection.of(frameworks.toArray(String[]::new))).stream()
                            .map(SelectedControl::rule)
                            .distinct()
                            .toList());
        } catch (BadInput e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}

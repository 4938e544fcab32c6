package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.aws.WantedTypes;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What to inventory beyond what the rules read. */
final class TypesOptions {
    @Option(
            names = "--all",
            description =
                    "Collect every resource type with all details, not only what the rules read; with --services, those of these"
                            + " services.")
    private boolean all;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TABLE",
            description =
                    "Collect these resource types whole too, such as aws_sqs_queue; a star at the end stands for all that begin so."
                            + " TABLE.COLUMN adds a detail that is read only when it is named, such as aws_ec2_instance.user_data.")
    private List<String> types = List.of();

    @Option(
            names = "--keep-values",
            description =
                    "Keep environment variables, user data and the like as they are; by default a snapshot has their hash"
                            + " and whether they look like a secret.")
    private boolean keepValues;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    boolean keepValues() {
        return keepValues;
    }

    /** Whether the whole inventory is wanted. */
    boolean all() {
        return all;
    }

    /**
     * What these options ask for: whole tables.
     *
     * @param services prefixes of IAM actions, such as {@code ec2}; empty for all
     */
    List<Need> needs(AwsTypes schemas, Set<String> services) {
        List<Need> needs = new ArrayList<>(all ? WantedTypes.all(schemas, services) : List.of());
        for (String type : types) {
            try {
                needs.addAll(WantedTypes.named(type, schemas));
            } catch (BadInput e) {
                throw new ParameterException(spec.commandLine(), "--types: " + e.getMessage(), e);
            }
        }
        return needs;
    }
}

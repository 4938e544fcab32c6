package io.plumbline.cli;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What to inventory beyond what the rules read. */
final class TypesOptions {
    @Option(
            names = "--all",
            description = "Collect every resource type with all details, not only what the rules read.")
    private boolean all;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TABLE",
            description =
                    "Collect these resource types whole too, such as aws_sqs_queue; a star at the end stands for all that begin so.")
    private List<String> types = List.of();

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Whether the whole inventory is wanted. */
    boolean all() {
        return all;
    }

    /** What these options ask for: whole tables. */
    List<Need> needs(Schemas schemas) {
        List<Need> needs = new ArrayList<>();
        if (all) {
            schemas.tables().forEach(table -> needs.add(whole(table)));
        }
        for (String type : types) {
            List<TableSchema> named = schemas.tables().stream()
                    .filter(table -> type.endsWith("*")
                            ? table.name().startsWith(type.substring(0, type.length() - 1))
                            : table.name().equals(type))
                    .toList();
            if (named.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--types: there is no resource type '" + type + "'. `plumbline tables` lists them.");
            }
            named.forEach(table -> needs.add(whole(table)));
        }
        return needs;
    }

    private static Need whole(TableSchema table) {
        return new Need(
                table.name(),
                table.columns().stream()
                        .filter(Column::detail)
                        .map(Column::name)
                        .collect(Collectors.toSet()),
                Optional.empty(),
                Map.of());
    }
}

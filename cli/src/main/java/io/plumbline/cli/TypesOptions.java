package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Source;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
        List<Need> needs = new ArrayList<>();
        if (all) {
            schemas.sources().stream()
                    .filter(source -> services.isEmpty() || services.contains(service(source)))
                    .forEach(source -> needs.add(whole(source.schema())));
        }
        types.forEach(type -> needs.addAll(named(type, schemas)));
        return needs;
    }

    private static String service(Source<?, ?> source) {
        String action = source.actions().getFirst();
        return action.substring(0, action.indexOf(':'));
    }

    private List<Need> named(String type, Schemas schemas) {
        int dot = type.indexOf('.');
        String table = dot < 0 ? type : type.substring(0, dot);
        List<TableSchema> named = schemas.names().stream()
                .filter(known -> table.endsWith("*")
                        ? known.startsWith(table.substring(0, table.length() - 1))
                        : known.equals(table))
                .flatMap(known -> schemas.table(known).stream())
                .toList();
        if (named.isEmpty()) {
            throw wrong("there is no resource type '" + table + "'. `plumbline tables` lists them.");
        }
        if (dot < 0) {
            return named.stream().map(TypesOptions::whole).toList();
        }
        String column = type.substring(dot + 1);
        return named.stream()
                .map(known -> {
                    if (known.columns().stream()
                            .noneMatch(one -> one.detail() && one.name().equals(column))) {
                        throw wrong("'" + column + "' is no detail of " + known.name() + ". `plumbline tables "
                                + known.name() + "` lists them.");
                    }
                    return need(known, one -> one.name().equals(column));
                })
                .toList();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), "--types: " + what);
    }

    /** All but what is read only on request. */
    private static Need whole(TableSchema table) {
        return need(table, column -> !column.onRequest());
    }

    private static Need need(TableSchema table, Predicate<Column> wanted) {
        return new Need(
                table.name(),
                table.columns().stream()
                        .filter(Column::detail)
                        .filter(wanted)
                        .map(Column::name)
                        .collect(Collectors.toSet()),
                Optional.empty(),
                Map.of());
    }
}

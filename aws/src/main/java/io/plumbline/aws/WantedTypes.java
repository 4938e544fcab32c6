package io.plumbline.aws;

import io.plumbline.collect.Source;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Resource types that somebody wants read whole, beyond what rules read. */
public final class WantedTypes {
    private WantedTypes() {}

    /**
     * All that there are.
     *
     * @param services prefixes of IAM actions, such as {@code ec2}; empty for all
     */
    public static List<Need> all(AwsTypes types, Set<String> services) {
        return types.sources().stream()
                .filter(source -> services.isEmpty() || services.contains(service(source)))
                .map(source -> whole(source.schema()))
                .toList();
    }

    private static String service(Source<?, ?> source) {
        String action = source.actions().getFirst();
        return action.substring(0, action.indexOf(':'));
    }

    /**
     * Those of a name.
     *
     * @param type a table such as {@code aws_sqs_queue}; with a star at the end all that begin so; {@code TABLE.COLUMN} for a detail that is
     *     read only when it is named
     * @throws BadInput if there is none
     */
    public static List<Need> named(String type, Schemas schemas) {
        int dot = type.indexOf('.');
        String table = dot < 0 ? type : type.substring(0, dot);
        List<TableSchema> named = schemas.names().stream()
                .filter(known -> table.endsWith("*")
                        ? known.startsWith(table.substring(0, table.length() - 1))
                        : known.equals(table))
                .flatMap(known -> schemas.table(known).stream())
                .toList();
        if (named.isEmpty()) {
            throw new BadInput("There is no resource type '" + table + "'. `plumbline tables` lists them.");
        }
        if (dot < 0) {
            return named.stream().map(WantedTypes::whole).toList();
        }
        String column = type.substring(dot + 1);
        return named.stream()
                .map(known -> {
                    if (known.columns().stream()
                            .noneMatch(one -> one.detail() && one.name().equals(column))) {
                        throw new BadInput("'" + column + "' is no detail of " + known.name() + ". `plumbline tables "
                                + known.name() + "` lists them.");
                    }
                    return need(known, one -> one.name().equals(column));
                })
                .toList();
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

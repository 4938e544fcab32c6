package io.plumbline.cli;

import io.plumbline.assess.Nearest;
import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.DerivedTables;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.TableSchema;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline tables [NAME]}. */
@Command(
        name = "tables",
        description =
                "List the tables that can be asked: those derived of all, then those collected; or the columns of one.",
        footer = {"", "Example: plumbline tables aws_kms_key"})
final class TablesCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One table, with its columns.")
    private @Nullable String name;

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        AwsTypes types = AwsTypes.load();
        List<TableSchema> tables = name == null ? all(types) : List.of(one(types, name));
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json ->
                out.println(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "tables",
                                tables.stream().map(TablesCommand::json).toList())));
            case table -> {
                if (name == null) {
                    tables.forEach(table -> out.printf("%-36s %s%n", table.name(), table.description()));
                } else {
                    columns(tables.getFirst(), out);
                }
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** Those that are worked out of the others come first. */
    private static List<TableSchema> all(AwsTypes types) {
        return Stream.concat(DerivedTables.all().stream(), types.tables().stream())
                .toList();
    }

    private static TableSchema one(AwsTypes types, String name) {
        return DerivedTables.all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .or(() -> types.table(name))
                .orElseThrow(() -> new BadInput("There is no table '" + name + "'. "
                        + Nearest.hint(
                                name, all(types).stream().map(TableSchema::name).toList())
                        + " `plumbline tables` lists all."));
    }

    private static Map<String, Object> json(TableSchema table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", table.name());
        json.put("description", table.description());
        json.put(
                "columns",
                table.columns().stream()
                        .map(column -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", column.name());
                            one.put("type", column.type());
                            return one;
                        })
                        .toList());
        return json;
    }

    private static void columns(TableSchema table, PrintWriter out) {
        out.println(table.name() + ": " + table.description());
        for (Column column : table.columns()) {
            String type = column.type().length() > 60 ? column.type().substring(0, 57) + "..." : column.type();
            out.printf("  %-34s %s%s%n", column.name(), type, column.detail() ? "  (a call for each row)" : "");
        }
        out.println("Whole types: plumbline tables " + table.name() + " --format json");
    }
}

package io.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every resource type that there is, one row of each with text wherever text can stand. */
class EveryTableTest {
    @TempDir
    private Path home;

    @Test
    void every_table_is_in_asset_and_all_its_texts_can_be_found() {
        World world = new World(home);
        List<String> names = new ArrayList<>();
        for (TableSchema table : World.TYPES.tables()) {
            names.add(table.name());
            world.row(table.name(), World.arn(World.FIRST, "x", "thing/" + table.name()), cells(table))
                    .read(table.name());
        }
        Inventory inventory = world.inventory();
        assertThat(names).hasSizeGreaterThan(150);
        assertThat(World.ask(inventory, "select type from asset order by 1"))
                .containsExactlyElementsOf(names.stream().sorted().toList());
        assertThat(World.ask(inventory, "select distinct tables = [type] from asset"))
                .containsExactly("true");
        try (AssetSearch search = AssetSearch.open(inventory)) {
            AssetSearch.Answer answer =
                    search.ask(new AssetSearch.Question("deep-down", List.of(), List.of(), List.of(), 1000));
            long withText = World.TYPES.tables().stream()
                    .filter(table -> cells(table).length > 0)
                    .count();
            assertThat(answer.total()).isEqualTo(withText);
        }
    }

    private static Object[] cells(TableSchema table) {
        List<Object> cells = new ArrayList<>();
        List<String> engine =
                TableSchema.ENGINE_COLUMNS.stream().map(Column::name).toList();
        List<String> same = List.of("aws_arn", "aws_name", "aws_tags");
        for (Column column : table.columns()) {
            if (!engine.contains(column.name()) && !same.contains(column.name())) {
                Object value = value(ColumnType.of(column.type()));
                if (!(value instanceof None)) {
                    cells.add(column.name());
                    cells.add(value);
                }
            }
        }
        return cells.toArray();
    }

    private record None() {}

    private static Object value(ColumnType type) {
        return switch (type) {
            case ColumnType.Text text -> text.json() ? Map.of("k", "deep-down") : "deep-down";
            case ColumnType.Other _ -> new None();
            case ColumnType.ListOf list ->
                value(list.element()) instanceof None ? new None() : List.of(value(list.element()));
            case ColumnType.Mapping map ->
                value(map.value()) instanceof None ? new None() : Map.of("deep-down", value(map.value()));
            case ColumnType.Structure structure -> {
                Map<String, Object> fields = new TreeMap<>();
                structure.fields().forEach(field -> {
                    Object value = value(field.type());
                    if (!(value instanceof None)) {
                        fields.put(field.name(), value);
                    }
                });
                yield fields.isEmpty() ? new None() : fields;
            }
        };
    }
}

package io.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.inventory.ColumnType.Field;
import io.plumbline.inventory.ColumnType.ListOf;
import io.plumbline.inventory.ColumnType.Mapping;
import io.plumbline.inventory.ColumnType.Other;
import io.plumbline.inventory.ColumnType.Structure;
import io.plumbline.inventory.ColumnType.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {
    @Test
    void nested_types_are_taken_apart() {
        assertThat(ColumnType.of("STRUCT(\"a\" VARCHAR, \"b \"\"c\" STRUCT(\"d\" MAP(VARCHAR, VARCHAR[]))[])[]"))
                .isEqualTo(new ListOf(new Structure(List.of(
                        new Field("a", new Text(false)),
                        new Field(
                                "b \"c",
                                new ListOf(new Structure(List.of(new Field(
                                        "d", new Mapping(new Text(false), new ListOf(new Text(false))))))))))));
    }

    @Test
    void types_of_several_words_and_with_numbers_hold_no_text() {
        assertThat(ColumnType.of("STRUCT(\"at\" TIMESTAMP WITH TIME ZONE, \"n\" DECIMAL(18, 3), \"j\" JSON)"))
                .isEqualTo(new Structure(List.of(
                        new Field("at", new Other()), new Field("n", new Other()), new Field("j", new Text(true)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STRUCT(", "STRUCT(\"a\" VARCHAR", "MAP(VARCHAR)", "VARCHAR)", "STRUCT(\"a"})
    void what_is_no_type_is_refused(String text) {
        assertThatThrownBy(() -> ColumnType.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

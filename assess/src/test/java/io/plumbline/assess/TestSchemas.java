package io.plumbline.assess;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.TableSchema;
import java.util.List;

/** A world with three tables, so that what the engine does can be seen without AWS's own words. */
final class TestSchemas implements Schemas {
    @Override
    public List<TableSchema> tables() {
        return List.of(
                TableSchema.of(
                        "aws_account",
                        "Accounts.",
                        List.of(
                                Column.of("display_name", "VARCHAR"),
                                Column.of("status", "VARCHAR"),
                                Column.of("ous", "VARCHAR[]"),
                                Column.of("ou_ids", "VARCHAR[]"),
                                Column.of("entered", "BOOLEAN")),
                        false),
                TableSchema.of("helper", "Helps things.", List.of(Column.of("thing_arn", "VARCHAR")), false),
                TableSchema.of(
                        "thing",
                        "Things.",
                        List.of(
                                Column.of("ok", "BOOLEAN"),
                                Column.of("owner", "VARCHAR"),
                                new Column("extra", "VARCHAR", true),
                                new Column("more", "VARCHAR", true)),
                        false));
    }
}

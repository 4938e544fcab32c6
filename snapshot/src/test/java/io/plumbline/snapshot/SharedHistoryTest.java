package io.plumbline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens from day to day, each snapshot reads as if it had been written alone. */
class SharedHistoryTest {
    private static final String TABLE = "aws_thing";
    private static final Column STATE = Column.of("state", "STRUCT(code BIGINT, words VARCHAR[])");
    private static final Column BLOB = Column.of("secret", "BLOB");
    private static final Column LATER = Column.of("later", "VARCHAR");

    /** A row may be there several times. */
    record Thing(String region, String arn, String name, int code, List<String> words, String tag, boolean blob) {
        Map<String, Object> row() {
            Map<String, Object> more = new HashMap<>();
            more.put("name", name.isEmpty() ? null : name);
            more.put("state", Map.of("code", code, "words", words));
            more.put("tags", tag.isEmpty() ? Map.of() : Map.of("Owner", tag));
            if (blob) {
                more.put("secret", "AAEC/w==");
            }
            more.put("later", "x" + code);
            return Days.row(region, arn, more);
        }
    }

    /** What changes on a day: rows that come, places of rows that go, and a column that the type has from then on. */
    record Day(List<Thing> come, List<Integer> go, boolean column) {}

    @Provide
    Arbitrary<Thing> things() {
        return Combinators.combine(
                        Arbitraries.of("us-east-1", "eu-west-1"),
                        Arbitraries.of("", "arn:1", "arn:2", "arn:'3\"\n"),
                        Arbitraries.of("", "a", "ü😀", "line\nline"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("x", "it's", "y,z").list().ofMaxSize(2),
                        Arbitraries.of("", "team", "{'k': 1}"),
                        Arbitraries.of(true, false))
                .as(Thing::new);
    }

    @Provide
    Arbitrary<List<Day>> days() {
        return Combinators.combine(
                        things().list().ofMaxSize(4),
                        Arbitraries.integers().between(0, 20).list().ofMaxSize(3),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(9, Arbitraries.just(false)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(true))))
                .as(Day::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(9);
    }

    @Property(tries = 30)
    void every_day_reads_back_as_it_was_written(@ForAll("days") List<Day> days, @ForAll("firstRows") List<Thing> first)
            throws IOException {
        Path folder = Files.createTempDirectory("history");
        try (Days home = new Days(folder, new Sharing.Limits(Double.MAX_VALUE, 0))) {
            List<Thing> rows = new ArrayList<>(first);
            List<Snapshot> written = new ArrayList<>();
            List<List<String>> wanted = new ArrayList<>();
            List<TableSchema> schemas = new ArrayList<>();
            TableSchema schema = Days.schema(TABLE, STATE, BLOB);
            for (int day = 0; day < days.size(); day++) {
                Day today = days.get(day);
                for (int place : today.go()) {
                    if (!rows.isEmpty()) {
                        rows.remove(place % rows.size());
                    }
                }
                rows.addAll(today.come());
                schema = today.column() ? Days.schema(TABLE, STATE, BLOB, LATER) : schema;
                List<Map<String, Object>> lines = rows.stream().map(Thing::row).toList();
                written.add(home.write(day, Map.of(schema, lines), List.of()));
                schemas.add(schema);
                wanted.add(home.given(schema, lines));
            }
            for (int day = 0; day < days.size(); day++) {
                assertThat(home.rows(written.get(day), schemas.get(day)))
                        .as("day %d", day)
                        .isEqualTo(wanted.get(day));
                assertThat(written.get(day).damage(true)).isEmpty();
            }
            // Each folder is whole by itself: without the others it reads the same.
            for (int day = 0; day < days.size() - 1; day++) {
                home.store().delete(Days.id(day));
            }
            assertThat(home.rows(written.getLast(), schemas.getLast())).isEqualTo(wanted.getLast());
        } finally {
            SnapshotStore.deleteTree(folder);
        }
    }

    @Provide
    Arbitrary<List<Thing>> firstRows() {
        return things().list().ofMinSize(0).ofMaxSize(15);
    }
}

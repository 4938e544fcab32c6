package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Scanner;
import io.plumbline.collect.Source;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.TableSchema;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads an account that has every resource type once, over HTTP as recorded ({@code estate/record_types.py}), each with all details. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeTest {
    private final AwsTypes types = AwsTypes.load();
    private final Database database = Database.open();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @BeforeAll
    void scan() throws URISyntaxException {
        Path recording =
                Path.of(Objects.requireNonNull(EveryTypeTest.class.getResource("types")).toURI());
        List<Need> needs = types.tables().stream().map(EveryTypeTest::whole).toList();
        Scanner scanner = new Scanner(home, types.sources(), types, "test", Progress.none(), question -> "");
        Snapshot snapshot = scanner.replay(recording, needs);
        snapshot.attach(database, types);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static Need whole(TableSchema table) {
        return new Need(
                table.name(),
                table.columns().stream().filter(Column::detail).map(Column::name).collect(Collectors.toSet()),
                Optional.empty(),
                Map.of());
    }

    Stream<String> tables() {
        return types.sources().stream().map(Source::table);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void is_read_with_all_its_details(String table) {
        assertThat(database.query(
                        "select column_name || ' ' || action || ' ' || coalesce(code, '') || ' ' || coalesce(message, '')"
                                + " from journal where table_name = '" + table + "' and status <> 'read'",
                        row -> row.getString(1)))
                .as("what could not be read")
                .isEmpty();
        assertThat(database.number("select count(*) from " + table)).as("rows").isPositive();
        assertThat(database.number("select count(*) from " + table + " where arn is null or arn = '' or account_id is null"))
                .as("rows without an ARN")
                .isZero();
    }
}

package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Scanner;
import io.plumbline.collect.Source;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads an account that has every resource type once, over HTTP as recorded ({@code estate/record_types.py}), each with all details. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeTest {
    private final AwsTypes types = AwsTypes.load();
    private final Database database = Database.open();

    @BeforeAll
    void scan(@TempDir Path home) {
        Scanner scanner = new Scanner(home, types.sources(), types, "test", Progress.none(), question -> "");
        Snapshot snapshot = scanner.replay(TypesRecording.folder(), TypesRecording.everything(types));
        snapshot.attach(database, types);
    }

    @AfterAll
    void close() {
        database.close();
    }

    Stream<String> tables() {
        return types.sources().stream().map(Source::table);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void is_read_with_all_its_details(String table) {
        assertThat(database.query(
                        "select column_name || ' ' || action || ' ' || coalesce(code, '') || ' ' || coalesce(message, '')"
                                + " from journal where table_name = '" + table + "' and status <> 'read'",
                        row -> row.getString(1)))
                .as("what could not be read")
                .isEmpty();
        assertThat(database.number("select count(*) from " + table)).as("rows").isPositive();
        assertThat(database.number(
                        "select count(*) from " + table + " where arn is null or arn = '' or account_id is null"))
                .as("rows without an ARN")
                .isZero();
    }

    /** Every secret that the seeds plant begins so; the second is the first as base64. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void keeps_no_secret_that_was_planted(String table) {
        assertThat(database.query(
                        "select row::varchar from " + table
                                + " row where row::varchar like '%PLUMBLINE_CANARY%' or row::varchar like '%UExVTUJMSU5F%'",
                        row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    void no_secret_that_was_planted_is_in_the_recording() throws IOException {
        try (Stream<Path> files = Files.walk(TypesRecording.folder())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContain("PLUMBLINE_CANARY", "UExVTUJMSU5F"));
        }
    }

    @Test
    void a_variable_leaves_its_name_and_a_seal() {
        assertThat(database.query(
                        "select environment.variables['TOKEN'] from aws_lambda_function where environment.variables['TOKEN'] is not null",
                        row -> row.getString(1)))
                .singleElement()
                .asString()
                .startsWith("{\"sha256\":\"")
                .contains("\"looks_like\":\"value of something named like a secret\"");
        assertThat(database.query(
                        "select user_data from aws_ec2_instance where user_data is not null", row -> row.getString(1)))
                .isNotEmpty()
                .allMatch(text -> text.startsWith("{\"sha256\":\""));
    }
}

package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a ledger that the first form's own program wrote. */
class OlderLedgerTest {
    private static final List<String> NOT_OURS = List.of("flyway_schema_history", "sqlite_sequence");

    @TempDir
    Path home;

    private String url;

    @BeforeEach
    void restore() throws Exception {
        url = "jdbc:sqlite:" + home.resolve("ledger.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : dump().split("\n\n")) {
                if (!sql.startsWith("--")) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String dump() throws IOException {
        try (InputStream in = Objects.requireNonNull(OlderLedgerTest.class.getResourceAsStream("/ledger-v1.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every row of every table, each value by its column. */
    private Map<String, List<Map<String, String>>> rows() throws SQLException {
        Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names =
                    statement.executeQuery("select name from sqlite_master where type = 'table' order by name")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            tables.removeAll(NOT_OURS);
            for (String table : tables) {
                all.put(table, rows(statement, table));
            }
        }
        return all;
    }

    private static List<Map<String, String>> rows(Statement statement, String table) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("select * from " + table + " order by 1")) {
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnName(i), String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void it_comes_to_the_newest_form_and_loses_nothing() throws Exception {
        Map<String, List<Map<String, String>>> before = rows();
        assertThat(before.keySet()).contains("finding", "audit_log").doesNotContain("channel");
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        Ledger.open(url).close();
        Map<String, List<Map<String, String>>> after = rows();
        assertThat(after.keySet()).contains("channel", "route", "delivery", "ticket", "rule_setting");
        before.forEach((table, rows) -> {
            List<Map<String, String>> now = Objects.requireNonNull(after.get(table));
            assertThat(now).as(table).hasSameSizeAs(rows);
            // A later form may add columns; what was there stays.
            for (int i = 0; i < rows.size(); i++) {
                assertThat(now.get(i)).as(table).containsAllEntriesOf(rows.get(i));
            }
        });
        Ledger.open(url).close();
        assertThat(rows()).as("opened once more").isEqualTo(after);
    }

    @Test
    void what_it_holds_is_understood_and_goes_on() {
        try (Ledger ledger = Ledger.open(url)) {
            assertThat(ledger.audit().verify())
                    .isInstanceOfSatisfying(
                            AuditCheck.Whole.class,
                            whole -> assertThat(whole.lines()).isEqualTo(9));
            assertThat(ledger.people().all()).extracting(Person::name).containsExactly("admin", "ana", "bob");
            assertThat(ledger.findings()
                            .page(FindingQuery.ALL, FindingOrder.RULE, false, Paging.FIRST, Visible.ALL)
                            .items())
                    .extracting(Finding::unit, Finding::state)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("old", FindingState.RESOLVED),
                            org.assertj.core.groups.Tuple.tuple("kept", FindingState.OPEN),
                            org.assertj.core.groups.Tuple.tuple("new", FindingState.OPEN));
            Actor admin = Actor.person("admin");
            String channel = ledger.channels(Vault.at(home))
                    .add("webhook", "hook", Map.of(), Map.of(), true, admin, Day.FIRST)
                    .id();
            ledger.routes().add("all", channel, RouteFilter.ALL, Optional.empty(), true, admin, Day.FIRST);
            Day.of(9)
                    .fail(Day.EACH, Day.ONE, Day.EAST, "old")
                    .fail(Day.EACH, Day.ONE, Day.WEST, "kept")
                    .fail(Day.PERSON, Day.ONE, Day.GLOBAL, "new")
                    .track(ledger.tracking(), home);
            List<TurnedFinding> told = new ArrayList<>();
            ledger.telling(Set::copyOf, (route, to, turns) -> {
                        told.addAll(turns.all());
                        return List.of();
                    })
                    .tell(Day.FIRST);
            assertThat(told)
                    .extracting(TurnedFinding::id, TurnedFinding::turn)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Day.finding(Day.EACH, "old"), Turn.REOPENED));
        }
    }
}

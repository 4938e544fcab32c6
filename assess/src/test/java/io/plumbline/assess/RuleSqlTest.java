package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule's SQL may do, and what is found out from it. */
class RuleSqlTest {
    private static final String FROM = " from thing t join param p on p.account_id = t.account_id";

    private final World world = new World().account(World.FIRST, "ACTIVE", true).account(World.SECOND, "ACTIVE", false);

    @TempDir
    private Path root;

    @AfterEach
    void close() {
        world.close();
    }

    private static String select(String status, String more) {
        return "select t.account_id, t.region, t.arn as unit, t.arn as asset, " + status
                + " as status, 'r' as reason, null as evidence" + more + FROM;
    }

    private void check(String sql) {
        new RuleFolder(root).sql(sql).catalog().check(world.database, world.schemas);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now()::varchar | now() does not answer the same every time",
                "random()::varchar | random() does not answer the same every time",
                "uuid()::varchar | uuid() does not answer the same every time",
                "current_timestamp::varchar | current_timestamp is not the snapshot's time",
                "current_date::varchar | current_date is not the snapshot's time",
                "current_setting('home_directory') | current_setting() does not answer the same every time",
                "(select string_agg(x.arn, ',') from thing x) | string_agg() needs an ORDER BY",
                "(select first(x.arn) from thing x) | first() needs an ORDER BY",
                "(select max(content) from read_text('/etc/passwd')) | the table function read_text() is not for rules",
                "(select max(column0) from '/etc/passwd') | there is no table '/etc/passwd'",
                "(select max(x.status) from \"each-thing\" x) | A rule reads tables, never the verdicts of another rule",
                "(select max(x.arn) from thong x) | there is no table 'thong'. Did you mean 'thing'?",
                "(select max(x.arn) from main.thing x) | without a schema",
                "(select max(table_name) from information_schema.tables) | without a schema",
                "(select max(x.arn) from thing x using sample 3) | must not sample",
                "(select max(name) from (show tables)) | SHOW, DESCRIBE and SUMMARIZE are not for rules",
                "t.colour | colour",
                "t.arn + | Not a SELECT that can be run",
            })
    void what_a_rule_must_not_do_is_refused_with_a_reason(String expression, String message) {
        assertThatThrownBy(() -> check(select(expression, "")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("rules/test/mine/rule.sql")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(select string_agg(x.arn, ',' order by x.arn) from thing x)",
                "(select list_sort(list(x.arn))[1] from thing x)",
                "(select min(x.u) from (select unnest(['a', 'b']) as u) x)",
                "(select max(x.i)::varchar from range(3) x(i))",
                "list_transform(['a'], lambda x: upper(x))[1]",
                "(t.tags['now'])",
                "(select max(x.status) from journal x)",
            })
    void what_a_rule_may_do(String expression) {
        assertThatCode(() -> check(select(expression, ""))).doesNotThrowAnyException();
    }

    @Test
    void a_statement_that_is_no_select_or_several() {
        assertThatThrownBy(() -> check("delete from thing")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> check("select 1; select 2"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Exactly one SELECT");
        assertThatCode(() -> check(select("'PASS'", "") + "; ")).doesNotThrowAnyException();
    }

    @Test
    void the_message_names_the_line() {
        assertThatThrownBy(() -> check(select("'PASS'", "") + "\nwhere true\n  and now() is not null"))
                .hasMessageContaining("rule.sql:3: now()");
    }

    @Test
    void a_cte_must_not_hide_a_table() {
        assertThatThrownBy(() -> check("with thing as (select 1) " + select("'PASS'", "")))
                .hasMessageContaining("the name 'thing' after WITH is that of a table");
        assertThatThrownBy(() -> check("with param as (select 1) " + select("'PASS'", "")))
                .hasMessageContaining("the name 'param' after WITH");
    }

    @Test
    void columns_missing_unknown_or_of_the_wrong_type() {
        assertThatThrownBy(() -> check("select 1 as account_id" + FROM))
                .hasMessageContaining("the column 'region' is missing");
        assertThatThrownBy(() -> check(select("'PASS'", ", ['x'] as warning")))
                .hasMessageContaining("the column 'warning' is none that a rule gives. Did you mean 'warnings'?");
        assertThatThrownBy(() -> check(select("true", "")))
                .hasMessageContaining("the column 'status' is BOOLEAN, but must be VARCHAR");
        assertThatThrownBy(() -> check(select("'PASS'", ", {'a': 1} as rests_on")))
                .hasMessageContaining(
                        "the column 'rests_on' is STRUCT(a INTEGER), but must be STRUCT(account_id VARCHAR");
        assertThatCode(() -> check(select("'PASS'", ", [] as warnings, null as certain")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(select("'PASS'", "").replace("null as evidence", "'x' as evidence")))
                .hasMessageContaining("the column 'evidence' is VARCHAR, but must be a STRUCT, a MAP or JSON");
    }

    private List<UnitResult> run(String sql) {
        Catalog catalog = new RuleFolder(root).sql(sql).catalog();
        Selection mine = new Selection(
                List.of(), Set.of("mine"), Set.of(), Optional.empty(), Set.of(), Set.of(), Set.of(), Map.of());
        return world.units(AssessmentRequest.of(catalog, mine));
    }

    @Test
    void rows_that_a_rule_must_not_give() {
        world.thing(World.FIRST, "us-east-1", "t/1", "x").thing(World.FIRST, "us-east-1", "t/2", "x");
        assertThatThrownBy(() -> run(select("'OK'", "")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the rule mine gave a status that is none of 'FAIL', 'UNKNOWN'")
                .hasMessageContaining("unit t/1");
        assertThatThrownBy(() -> run(select("'PASS'", "").replace("t.arn as unit", "'same' as unit")))
                .hasMessageContaining(
                        "the column 'unit' of the rule mine gave the unit same in account 111122223333 2 times");
        assertThatThrownBy(() -> run(select("'PASS'", "").replace("t.arn as unit", "null::varchar as unit")))
                .hasMessageContaining("a row without account_id, region or unit");
        assertThatThrownBy(() -> run(select("'PASS'", "")
                        .replace("select t.account_id", "select '" + World.SECOND + "' as account_id")))
                .hasMessageContaining(
                        "a row for an account that was not entered (join the relation param on account_id)");
        assertThatThrownBy(() -> run(select("error('no')", ""))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> run(select("('x' || t.arn)::int::varchar", "")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the rule cannot run");
    }

    @Test
    void needs_are_tables_and_the_details_that_the_sql_cannot_do_without() {
        Catalog engine = TestCatalogs.engine();
        assertThat(world.assessor().needs(List.of(engine.rule("each-thing"))))
                .containsExactly(new Need("thing", Set.of("extra", "more"), Optional.empty(), Map.of()));
        assertThat(world.assessor().needs(List.of(engine.rule("enough-things"))))
                .containsExactly(Need.of("thing"));
        assertThat(world.assessor().needs(List.of(engine.rule("focused"))))
                .containsExactly(
                        Need.of("helper"),
                        new Need(
                                "thing",
                                Set.of("extra"),
                                Optional.empty(),
                                Map.of(
                                        "extra",
                                        "select h.thing_arn as key, h.account_id, null::varchar as region from helper h")));
    }

    @Test
    void a_word_that_only_looks_like_a_detail_is_not_needed() {
        Catalog catalog =
                new RuleFolder(root).sql(select("{'extra': 'PASS'}.extra", "")).catalog();
        assertThat(world.assessor().needs(catalog.rules())).containsExactly(Need.of("thing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "optional: [helper] | 'optional' names the table 'helper', which rule.sql does not read",
                "optional: [thing.arn] | 'optional' names thing.arn, which is no detail column of that table",
                "missing: {helper: any} | 'missing' names the table 'helper'",
                "focus: {thing.xtra: select 1} | Did you mean 'extra'?",
                "focus: {thing.extra: select now()} | now() does not answer the same every time",
                "missing: some | must be one of each, any, all",
            })
    void keys_that_speak_of_tables_are_checked_against_the_sql(String line, String message) {
        assertThatThrownBy(() -> {
                    Catalog catalog = new RuleFolder(root)
                            .yaml(RuleFolder.YAML + line.strip() + "\n")
                            .sql(select("t.extra", ""))
                            .catalog();
                    catalog.check(world.database, world.schemas);
                })
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void a_locked_database_reads_its_folder_and_no_other() throws IOException {
        Path inside = Files.writeString(root.resolve("in.csv"), "a\n1\n");
        try (Database database = Database.open()) {
            Sandbox.restrict(database, root);
            Sandbox.restrict(database, root);
            assertThat(database.number("select count(*) from read_csv(" + Sql.text(inside.toString()) + ")"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> database.number("select count(*) from read_text('/etc/passwd')"))
                    .isInstanceOf(DatabaseException.class);
            assertThatThrownBy(() -> database.execute("set enable_external_access = true"))
                    .isInstanceOf(DatabaseException.class);
        }
    }
}

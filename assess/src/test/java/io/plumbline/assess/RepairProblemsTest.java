package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repair must not be is said, with the file and the reason. */
class RepairProblemsTest {
    private static final String FAILS = """
            select t.account_id, t.region, t.arn as unit, t.arn as asset, 'FAIL' as status, 'bad' as reason, null as evidence
            from thing t join param p on p.account_id = t.account_id
            """;
    private static final String CASES = """
            cannot: {PASS: it is a test, UNKNOWN: it is a test}
            cases:
              - name: one
                tables: {thing: [{arn: t/1, owner: "o'1"}]}
                expect: [{unit: t/1, status: FAIL}]
                repairs:
                  - unit: t/1
                    calls: [{service: things, operation: MendThing, region: us-east-1, parameters: {Name: t/1, Owner: "o'1"}}]
                    before: null
                    after: {Owner: "o'1"}
            """;
    private static final String GOOD = """
            select f.account_id, f.unit, f.region,
              [{'service': 'things', 'operation': 'MendThing', 'region': 'global',
                'parameters': {'Name': f.unit, 'Owner': t.owner, 'Extra': null}::json}] as calls,
              null as before, {'Owner': t.owner} as after
            from failed_unit f join thing t on t.arn = f.unit
            """;

    @TempDir
    private Path folder;

    private List<String> problems(String repair) {
        return problems(repair, CallModel.NONE);
    }

    private List<String> problems(String repair, CallModel model) {
        Catalog catalog = new RuleFolder(folder)
                .sql(FAILS)
                .cases(CASES)
                .write("rules/test/mine/repair.sql", repair)
                .catalog();
        try (CaseRunner runner = new CaseRunner(catalog, new TestSchemas(), model)) {
            return runner.run(catalog.rule("mine")).stream()
                    .flatMap(result -> result.problems().stream())
                    .toList();
        }
    }

    @Test
    void a_repair_that_is_right_has_none_and_says_nothing_of_what_is_null() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void what_AWS_would_refuse_is_told() {
        assertThat(problems(GOOD, call -> List.of(call.operation() + " has no member 'Owner'")))
                .singleElement()
                .asString()
                .contains("t/1", "has no member 'Owner'");
    }

    @Test
    void a_repair_reads_what_its_rule_reads_and_nothing_else() {
        assertThat(problems(GOOD.replace("join thing t on t.arn", "join helper t on t.thing_arn")
                        .replace("t.owner", "t.thing_arn")))
                .singleElement()
                .asString()
                .contains("mine/repair.sql", "'helper'", "its rule does not read");
        assertThat(problems(GOOD.replace("t.owner", "t.extra")))
                .singleElement()
                .asString()
                .contains("thing.extra");
    }

    @Test
    void a_repair_gives_the_columns_of_one() {
        assertThat(problems(GOOD.replace(" as after", " as later")))
                .singleElement()
                .asString()
                .contains("'after' is missing");
        assertThat(problems(GOOD.replace("null as before", "null as before, 1 as more")))
                .singleElement()
                .asString()
                .contains("'more'");
        assertThat(problems(GOOD.replace("[{'service'", "['x'] as calls, [{'service'")
                        .replace("}::json}] as calls", "}::json}] as note")))
                .singleElement()
                .asString()
                .contains("'calls' is VARCHAR[]");
    }

    @Test
    void a_repair_is_of_a_unit_that_failed_and_is_one_that_can_be_called() {
        assertThat(problems(GOOD.replace("f.unit, f.region", "'t/2' as unit, f.region")))
                .singleElement()
                .asString()
                .contains("'t/2'", "did not fail");
        assertThat(problems(GOOD.replace("MendThing", "mend; rm -rf")))
                .singleElement()
                .asString()
                .contains("is no operation");
        assertThat(problems(GOOD.replace("'MendThing'", "f.unit || now()")))
                .singleElement()
                .asString()
                .contains("now()");
    }

    @Test
    void a_repair_that_no_case_shows_is_told() {
        Catalog catalog = new RuleFolder(folder)
                .sql(FAILS)
                .cases(CASES.substring(0, CASES.indexOf("    repairs:")))
                .write("rules/test/mine/repair.sql", GOOD)
                .catalog();
        try (CaseRunner runner = new CaseRunner(catalog, new TestSchemas())) {
            assertThat(runner.run(catalog.rule("mine"))).anySatisfy(result -> {
                assertThat(result.name()).isEqualTo("the cases show the repair");
                assertThat(result.passed()).isFalse();
            });
        }
    }
}

package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Need;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
    private static final String OVER_THE_VIEW = """
            select w.account_id, w.region, w.arn as unit, w.arn as asset, w.verdict as status, 'seen' as reason, null as evidence
            from weighed w join param p on p.account_id = w.account_id
            """;
    private static final String VIEW = """
            -- Things, weighed.
            select account_id, region, arn, case when extra = 'heavy' then 'FAIL' else 'PASS' end as verdict from thing;
            """;

    @TempDir
    private Path root;

    private final World world = new World();

    @BeforeEach
    void two_things() {
        world.account(World.FIRST, "ACTIVE", true)
                .thing(World.FIRST, "us-east-1", "t/1", "heavy")
                .thing(World.FIRST, "us-east-1", "t/2", "light");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<UnitResult> units(Catalog catalog) {
        SelectedControl control =
                new SelectedControl("", new Framework.Control("mine", "mine", "", 1, false), catalog.rule("mine"));
        return world.units(new AssessmentRequest(
                List.of(),
                List.of(control),
                RuleSettings.STANDARD,
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Set.of(),
                Set.of(),
                Map.of()));
    }

    @Test
    void a_rule_reads_a_view_and_needs_what_the_view_reads() {
        Catalog catalog = new RuleFolder(root)
                .write("views/weighed.sql", VIEW)
                .sql(OVER_THE_VIEW)
                .catalog();
        assertThat(units(catalog))
                .extracting(unit -> unit.unit() + " " + unit.status())
                .containsExactly("t/1 FAIL", "t/2 PASS");
        assertThat(world.assessor().needs(catalog.rules()))
                .containsExactly(new Need("thing", Set.of("extra"), Optional.empty(), Map.of()));
    }

    @Test
    void what_the_view_could_not_read_is_unknown_in_the_rule() {
        Catalog catalog = new RuleFolder(root)
                .write("views/weighed.sql", VIEW)
                .sql(OVER_THE_VIEW)
                .catalog();
        world.unread("t/2", "extra", "AccessDenied");
        assertThat(units(catalog))
                .extracting(unit -> unit.unit() + " " + unit.status())
                .containsExactly("t/1 FAIL", "t/2 UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "weighed.sql | select * from param | a view has a name that no table has, and no parameters",
                "thing.sql | select * from helper | a view has a name that no table has, and no parameters",
                "weighed.sql | select * from nothing | there is no table 'nothing'",
                "weighed.sql | select now() as n from thing | now() does not answer the same every time",
                "weighed.sql | select no_such_column from thing | no_such_column",
                "weighed.sql | drop table thing | weighed.sql",
                "Weighed.sql | select 1 | a view is a file views/NAME.sql",
                "deep/weighed.sql | select 1 | a view is a file views/NAME.sql",
            })
    void a_view_that_cannot_be_is_refused_with_its_file(String file, String sql, String message) {
        RuleFolder folder = new RuleFolder(root)
                .write("views/" + file.strip(), sql.strip())
                .sql(OVER_THE_VIEW.replace("weighed", file.strip().equals("thing.sql") ? "thing" : "weighed"));
        assertThatThrownBy(() -> folder.catalog().check(world.database, world.schemas))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message.strip())
                .hasMessageContaining(file.strip());
    }
}

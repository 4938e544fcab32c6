package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsOperations;
import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Runs the cases of every rule of the catalog; {@code -Drule=ID} runs those of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogTest {
    private final Schemas schemas = AwsTypes.load();
    private final Catalog catalog = Catalog.load(Optional.empty());
    private final AwsOperations operations = new AwsOperations();
    private final CaseRunner runner = new CaseRunner(
            catalog, schemas, call -> operations.problems(call.service(), call.operation(), call.parameters()));

    @AfterAll
    void close() {
        runner.close();
    }

    @TestFactory
    Stream<DynamicContainer> every_rule_does_what_its_cases_say() {
        Optional<String> only = Optional.ofNullable(System.getProperty("rule"));
        return catalog.rules().stream()
                .filter(rule -> only.map(rule.id()::equals).orElse(true))
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.id(),
                        runner.run(rule).stream()
                                .map(result -> DynamicTest.dynamicTest(
                                        result.name(),
                                        () -> assertThat(result.problems())
                                                .as(rule.id() + ": " + result.name())
                                                .isEmpty()))));
    }

    @Test
    void every_rule_is_finished() {
        assertThat(catalog.rules()).allMatch(Rule::finished);
    }

    @Test
    void every_rule_is_in_a_framework() {
        Set<String> used = Set.copyOf(catalog.frameworks().stream()
                .flatMap(framework -> framework.controls().stream())
                .map(Framework.Control::rule)
                .toList());
        assertThat(catalog.rules()).extracting(Rule::id).allMatch(used::contains);
    }

    @Test
    void cis_1_2_has_49_controls_of_which_43_are_scored() {
        List<Framework.Control> controls = catalog.framework("cis-1.2").controls();
        assertThat(controls).hasSize(49);
        assertThat(controls).filteredOn(Framework.Control::scored).hasSize(43);
        assertThat(controls).filteredOn(control -> control.level() == 1).hasSize(36);
    }

    @Test
    void what_the_rules_need_can_be_collected() {
        try (Database database = Database.open()) {
            assertThat(new Assessor(database, schemas, RuleMemory.none()).needs(catalog.rules()))
                    .allSatisfy(need -> assertThat(schemas.table(need.table())).isPresent());
        }
    }
}

package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What the engine adds to what rules say, told by cases of invented rules under {@code engine/rules/test}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineCasesTest {
    private final Catalog catalog = TestCatalogs.engine();
    private final CaseRunner runner = new CaseRunner(catalog, new TestSchemas());

    @AfterAll
    void close() {
        runner.close();
    }

    @TestFactory
    Stream<DynamicContainer> invented_rules_do_what_their_cases_say() {
        return catalog.rules().stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.id(),
                        runner.run(rule).stream()
                                .filter(result -> !result.name().startsWith("the cases show"))
                                .map(result -> DynamicTest.dynamicTest(
                                        result.name(),
                                        () -> assertThat(result.problems()).isEmpty()))));
    }
}

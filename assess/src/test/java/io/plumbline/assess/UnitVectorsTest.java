package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shared vectors, each as rows that the real rule judges. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitVectorsTest {
    private final Schemas schemas = AwsTypes.load();
    private final Catalog catalog = Catalog.load(Optional.empty());
    private final CaseRunner runner = new CaseRunner(catalog, schemas);

    @AfterAll
    void close() {
        runner.close();
    }

    @TestFactory
    Stream<DynamicTest> every_vector_gets_the_verdict_it_names() {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Objects.requireNonNull(UnitVectorsTest.class.getResourceAsStream("unit-vectors.json")));
        return vectors.valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.get("control").asString() + " "
                                + vector.get("name").asString(),
                        () -> holds(vector)));
    }

    private void holds(JsonNode vector) {
        Rule rule = rule(vector.get("control").asString());
        VectorRows.World world = VectorRows.of(vector.get("control").asString(), vector.get("input"));
        RuleCase one = new CaseFile(rule, text(vector, world), catalog, schemas)
                .cases()
                .getFirst();
        assertThat(runner.units(rule, one))
                .filteredOn(unit -> unit.unit().equals(world.unit()))
                .singleElement()
                .satisfies(unit -> assertThat(unit.status().name())
                        .as(unit.reason())
                        .isEqualTo(vector.get("expect").asString()));
    }

    private Rule rule(String control) {
        return catalog.framework("cis-1.2").controls().stream()
                .filter(one -> one.control().equals(control))
                .map(one -> catalog.rule(one.rule()))
                .findFirst()
                .orElseThrow();
    }

    /** The vector in the form of a rule's own cases; JSON is YAML. */
    private static String text(JsonNode vector, VectorRows.World world) {
        Map<String, Object> one =
                new LinkedHashMap<>(Map.of("name", vector.get("name").asString()));
        one.put("tables", world.tables());
        one.put(
                "expect",
                List.of(Map.of(
                        "unit", world.unit(), "status", vector.get("expect").asString())));
        if (vector.get("input").path("now").isString()) {
            one.put("now", vector.get("input").get("now").asString());
        }
        return JsonMapper.shared().writeValueAsString(Map.of("cases", List.of(one)));
    }
}

package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleMemoryTest {
    private final Schemas schemas = AwsTypes.load();
    private final List<Rule> rules = List.of(
            Catalog.load(Optional.empty()).rule("cloudtrail-kms"),
            Catalog.load(Optional.empty()).rule("alarm-root-usage"));

    @TempDir
    private Path root;

    private List<Need> needs(RuleMemory memory) {
        try (Database database = Database.open()) {
            return new Assessor(database, schemas, memory).needs(rules);
        }
    }

    @Test
    void what_is_remembered_is_what_was_found() throws IOException {
        Path file = root.resolve("cache/rules.json");
        List<Need> found = needs(RuleMemory.none());
        assertThat(needs(RuleMemory.at(file))).isEqualTo(found);
        String surroundings = RuleMemory.surroundings(Functions.all());
        RuleMemory again = RuleMemory.at(file);
        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(again.known(surroundings, schemas, rule)).isPresent());
        assertThat(again.known("other functions", schemas, rules.getFirst())).isEmpty();
        assertThat(again.known(surroundings, () -> List.of(), rules.getFirst()))
                .as("tables that have changed")
                .isEmpty();
        assertThat(needs(again)).isEqualTo(found);
        Files.writeString(file, "{\"torn");
        assertThat(needs(RuleMemory.at(file))).isEqualTo(found);
        assertThat(RuleMemory.at(file).known(surroundings, schemas, rules.getFirst()))
                .isPresent();
    }

    @Test
    void a_place_that_cannot_be_written_costs_nothing_but_time() throws IOException {
        Path blocked = Files.writeString(root.resolve("file"), "").resolve("rules.json");
        assertThat(needs(RuleMemory.at(blocked))).isNotEmpty();
    }

    @Test
    void a_rule_of_a_users_own_is_looked_at_each_time() {
        RuleMemory memory = RuleMemory.none();
        Rule mine = new RuleFolder(root.resolve("own")).catalog().rule("mine");
        memory.learn(
                "here",
                mine,
                new RuleMemory.Known(
                        new RuleReads(java.util.Set.of(), java.util.Map.of(), java.util.Map.of()), "select *", ""));
        assertThat(memory.known("here", schemas, mine)).isEmpty();
    }
}

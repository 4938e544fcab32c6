package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.json.JsonMapper;

/** Which of several values holds. */
class RuleSettingsTest {
    private static final Catalog CATALOG = TestCatalogs.engine();
    private static final Rule RULE = CATALOG.rule("enough-things");
    private static final Parameter LEAST = RULE.parameter("least");

    /** What goes before what, in an account of three units below the root, which has an id alone. */
    private static final List<String> ORDER = List.of(
            World.FIRST, "ou-team", "Team", "ou-prod", "Prod", "ou-work", "Workloads", "r-1", "everywhere", "default");

    private static Map<String, Map<String, Object>> least(long value) {
        return Map.of(RULE.id(), Map.of(LEAST.name(), value));
    }

    @Property(tries = 200)
    void of_those_that_are_set_the_nearest_to_the_account_holds(@ForAll Set<@IntRange(max = 8) Integer> set) {
        Map<String, Map<String, Map<String, Object>>> units = new HashMap<>();
        set.stream()
                .filter(place -> place > 0 && place < 8)
                .forEach(place -> units.put(ORDER.get(place), least(100 + place)));
        RuleSettings settings = new RuleSettings(
                set.contains(8) ? least(108) : Map.of(),
                units,
                set.contains(0) ? Map.of(World.FIRST, least(100)) : Map.of(World.SECOND, least(7)));
        AccountPlace place = AccountPlace.of(
                World.FIRST, List.of("Workloads", "Prod", "Team"), List.of("r-1", "ou-work", "ou-prod", "ou-team"));
        assertThat(settings.value(RULE, LEAST, place))
                .isEqualTo(set.stream().mapToInt(Integer::intValue).min().stream()
                        .mapToObj(nearest -> (Object) (100L + nearest))
                        .findFirst()
                        .orElse(LEAST.standard()));
    }

    @Example
    void the_root_may_have_a_name_in_the_path_or_none() {
        List<String> ids = List.of("r-1", "ou-dev");
        assertThat(AccountPlace.of("1", List.of("Root", "Dev"), ids).units())
                .containsExactly("ou-dev", "Dev", "r-1", "Root");
        assertThat(AccountPlace.of("1", List.of("Dev"), ids).units()).containsExactly("ou-dev", "Dev", "r-1");
        assertThat(AccountPlace.of("1", List.of(), List.of()).units()).isEmpty();
    }

    @Example
    void each_account_is_judged_by_its_own_values_and_by_the_general_ones_where_it_has_none() {
        try (World world = new World()) {
            world.accountIn(World.FIRST, List.of("Prod"), List.of("r-1", "ou-prod"))
                    .accountIn(World.SECOND, List.of(), List.of("r-1"));
            RuleSettings settings = new RuleSettings(
                    Map.of(RULE.id(), Map.of("label", "general", "least", 1)),
                    Map.of("Prod", Map.of(RULE.id(), Map.of("label", "it's prod", "ignored", List.of("a", "b")))),
                    Map.of(World.SECOND, Map.of(RULE.id(), Map.of("strict", true, "least", -1))));
            RuleSettings.checkValue(RULE, "least", -1);
            RuleSettings.checkValue(RULE, "ignored", List.of("a", "b"));
            assertThat(reasons(world, settings))
                    .isEqualTo(Map.of(World.FIRST, "FAIL it's prod 0", World.SECOND, "PASS general 0"));
        }
    }

    @Example
    void thousands_of_accounts_with_values_of_their_own_take_no_longer_than_the_rule() {
        try (World world = new World()) {
            Map<String, Map<String, Map<String, Object>>> accounts = new HashMap<>();
            for (int i = 0; i < 5_000; i++) {
                String id = "%012d".formatted(i);
                world.accountUnread(id, List.of("Team " + i % 50), List.of("r-1", "ou-" + i % 50));
                if (i % 2 == 0) {
                    accounts.put(id, Map.of(RULE.id(), Map.of("label", "own " + i)));
                }
            }
            world.database.execute(
                    "insert into journal by name select printf('%012d', i) as account_id, 'global' as region,"
                            + " 'thing' as table_name, '' as column_name, 'x:Ask' as action, 'read' as status, '' as code,"
                            + " '' as message from range(5000) x(i)");
            Map<String, Map<String, Map<String, Object>>> units = IntStream.range(0, 50)
                    .boxed()
                    .collect(Collectors.toMap(
                            number -> "ou-" + number, number -> Map.of(RULE.id(), Map.of("label", "unit " + number))));
            Instant before = Instant.now();
            Map<String, String> reasons = reasons(world, new RuleSettings(Map.of(), units, accounts));
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(reasons).hasSize(5_000);
            assertThat(reasons.get("000000000004")).endsWith("own 4 0");
            assertThat(reasons.get("000000000055")).endsWith("unit 5 0");
        }
    }

    private static Map<String, String> reasons(World world, RuleSettings settings) {
        Selection selection = new Selection(
                List.of(),
                Set.of(RULE.id()),
                Set.of(),
                java.util.Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of());
        return world.units(AssessmentRequest.of(CATALOG, selection).withSettings(settings)).stream()
                .collect(Collectors.toMap(UnitResult::accountId, unit -> unit.status() + " " + unit.reason()));
    }

    @Example
    void what_makes_a_rule_what_it_is_cannot_be_set() {
        Catalog builtIn = Catalog.load(java.util.Optional.empty());
        for (String[] fixed : new String[][] {{"alarm-root-usage", "control"}, {"sg-no-public-ssh", "port"}}) {
            Rule rule = builtIn.rule(fixed[0]);
            Object another = rule.parameter(fixed[1]).standard();
            assertThatThrownBy(() -> RuleSettings.checkValue(rule, fixed[1], another))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(fixed[0])
                    .hasMessageContaining(fixed[1])
                    .hasMessageContaining("--rules-dir");
        }
    }

    @Example
    void a_value_that_a_rule_does_not_know_is_refused_with_those_it_does() {
        Catalog builtIn = Catalog.load(java.util.Optional.empty());
        Rule alarm = builtIn.rule("alarm-root-usage");
        RuleSettings.checkValue(alarm, "threshold", "strict");
        assertThatThrownBy(() -> RuleSettings.checkValue(alarm, "threshold", "strct"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("warn, strict");
        Rule keys = builtIn.rule("iam-access-key-rotation-90d");
        RuleSettings.checkValue(keys, "max_age_days", 1L);
        assertThatThrownBy(() -> RuleSettings.checkValue(keys, "max_age_days", 0L))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("max_age_days");
    }

    @Example
    void what_was_written_as_json_is_the_same_when_it_is_read() {
        RuleSettings settings = new RuleSettings(
                least(3), Map.of("Prod", Map.of(RULE.id(), Map.of("ignored", List.of("a")))), Map.of("1", Map.of()));
        assertThat(JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(settings), RuleSettings.class))
                .isEqualTo(settings);
        assertThat(settings.of(List.of("other"))).isEqualTo(RuleSettings.STANDARD);
    }
}

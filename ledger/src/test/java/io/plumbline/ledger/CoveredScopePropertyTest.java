package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.MergedWaivers;
import io.plumbline.assess.Rule;
import io.plumbline.assess.Waiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger covers a finding exactly when an assessment would. */
class CoveredScopePropertyTest {
    private static final Rule RULE = Catalog.load(Optional.empty()).rules().getFirst();
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final List<List<String>> OUS =
            List.of(List.of("Root", "r-1", "Dev"), List.of("Root", "r-1"), List.of());

    /** Short texts of few letters, among them all that mean something to SQL, so that they often match. */
    private static Arbitrary<String> texts(String letters) {
        return Arbitraries.strings().withChars(letters).ofMinLength(1).ofMaxLength(4);
    }

    private static <T> Arbitrary<List<T>> few(Arbitrary<T> members) {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.just(List.<T>of())),
                net.jqwik.api.Tuple.of(1, members.list().ofMinSize(1).ofMaxSize(2)));
    }

    @Provide
    Arbitrary<Waiver> waivers() {
        Arbitrary<Map<String, List<String>>> tags = Arbitraries.maps(
                        Arbitraries.of("env", "%"),
                        Arbitraries.of("dev", "", "a_b").list().ofMinSize(1).ofMaxSize(2))
                .ofMaxSize(1);
        return Combinators.combine(
                        few(Arbitraries.of("0", "1", "2")),
                        few(Arbitraries.of("Root", "Dev", "r-1", "Prod")),
                        few(Arbitraries.of("eu-west-1", "global")),
                        few(texts("ab*%_\\\n'")),
                        tags)
                .as(Waiver.Scope::new)
                .map(scope -> new Waiver("id", List.of(RULE.id()), scope, "reason", "ana", "bob", NOW.plusSeconds(1)));
    }

    @Provide
    Arbitrary<MergedWaivers.Unit> units() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 2),
                        Arbitraries.of("eu-west-1", "global", "us-east-1"),
                        texts("ab%_\\\n'*"),
                        texts("ab%_\\").optional(0.6),
                        Arbitraries.maps(Arbitraries.of("env", "%"), Arbitraries.of("dev", "", "a_b"))
                                .ofMaxSize(2))
                .as((account, region, unit, asset, tags) -> new MergedWaivers.Unit(
                        account.toString(), OUS.get(account), region, unit, asset.map(name -> name + account), tags));
    }

    @Property(tries = 150)
    void as_an_assessment_says(
            @ForAll("fewWaivers") List<Waiver> waivers, @ForAll("severalUnits") List<MergedWaivers.Unit> units) {
        List<Waiver> numbered = new ArrayList<>();
        waivers.forEach(waiver -> numbered.add(new Waiver(
                "" + numbered.size(), waiver.rules(), waiver.scope(), "reason", "ana", "bob", waiver.expires())));
        CoverIndex index = new CoverIndex(numbered);
        List<Integer> said = units.stream()
                .map(unit -> index.covering(
                                RULE.id(),
                                new CoveredScope.Target(
                                        unit.account(),
                                        new HashSet<>(unit.ous()),
                                        unit.region(),
                                        unit.unit(),
                                        unit.asset(),
                                        unit.tags()))
                        .map(Integer::valueOf)
                        .orElse(-1))
                .toList();
        assertThat(said).isEqualTo(MergedWaivers.of(RULE, waivers, units, NOW));
    }

    @Provide
    Arbitrary<List<Waiver>> fewWaivers() {
        return waivers().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<MergedWaivers.Unit>> severalUnits() {
        // An asset has one set of tags, and a unit one name.
        return units().list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .uniqueElements(MergedWaivers.Unit::unit)
                .uniqueElements(unit -> unit.asset().orElse(unit.unit()));
    }
}

package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.filter.Expression.AllOf;
import io.plumbline.filter.Expression.AnyOf;
import io.plumbline.filter.FilterPattern.JsonPattern;
import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WitnessPropertyTest {
    private static final Witnesses WITNESSES = Witnesses.load();
    private final WitnessTest test = new WitnessTest(WITNESSES);

    @Property(tries = 300)
    void a_canonical_pattern_satisfies_in_any_order(
            @ForAll("controls") String control, @ForAll("accounts") EvaluatedAccount account, @ForAll Random random) {
        String shuffled = rewritten(control, names -> {
            Collections.shuffle(names, random);
            return names;
        });
        assertThat(test.check(control, shuffled, account, true).satisfied()).isEqualTo(Answer.TRUE);
    }

    @Property(tries = 300)
    void dropping_an_event_name_does_not_satisfy_and_names_it(
            @ForAll("namedControls") String control,
            @ForAll("accounts") EvaluatedAccount account,
            @ForAll @IntRange(max = 100) int which) {
        List<String> dropped = new ArrayList<>();
        String narrower = rewritten(control, names -> {
            Expression gone = names.remove(which % names.size());
            dropped.add(((Value.Text) ((Expression.Comparison) gone).value()).text());
            return names;
        });
        FilterVerdict verdict = test.check(control, narrower, account, true);
        assertThat(verdict.satisfied()).isEqualTo(Answer.FALSE);
        assertThat(verdict.missing()).isEqualTo(dropped);
        assertThat(verdict.matchesTooMuch()).isEmpty();
    }

    @Property(tries = 300)
    void names_may_be_spread_over_filters_in_any_way(
            @ForAll("namedControls") String control,
            @ForAll("accounts") EvaluatedAccount account,
            @ForAll @IntRange(min = 1, max = 4) int filters,
            @ForAll Random random) {
        List<List<Expression>> parts = IntStream.range(0, filters)
                .mapToObj(_ -> (List<Expression>) new ArrayList<Expression>())
                .toList();
        rewritten(control, names -> {
            names.forEach(name -> parts.get(random.nextInt(filters)).add(name));
            return names;
        });
        List<FilterMatches> matches = parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> test.matches(control, new JsonPattern(Expression.any(part)).toString(), account))
                .toList();
        assertThat(test.combine(control, matches, true).satisfied()).isEqualTo(Answer.TRUE);
        if (matches.size() > 1) {
            assertThat(test.combine(control, matches.subList(1, matches.size()), true)
                            .satisfied())
                    .isEqualTo(Answer.FALSE);
        }
    }

    @Property(tries = 100)
    void a_guard_for_another_account_does_not_satisfy(
            @ForAll("controls") String control, @ForAll("accounts") EvaluatedAccount account) {
        String guarded = "{ $.recipientAccountId = \"000000000000\" && (" + inner(control) + ") }";
        String own = "{ $.recipientAccountId = \"" + account.account() + "\" && (" + inner(control) + ") }";
        assertThat(test.check(control, guarded, account, false).satisfied()).isEqualTo(Answer.FALSE);
        assertThat(test.check(control, own, account, false).satisfied()).isEqualTo(Answer.TRUE);
    }

    @Property(tries = 300)
    void one_filter_alone_is_a_union_of_one_and_a_union_of_two_of_it(
            @ForAll("controls") String control, @ForAll("patterns") FilterPattern pattern) {
        EvaluatedAccount account = WITNESSES.defaultAccount(new AccountId("111122223333"), new Partition("aws"));
        FilterMatches matches = test.matches(control, pattern.toString(), account);
        FilterVerdict alone = test.check(control, pattern.toString(), account, false);
        assertThat(test.combine(control, List.of(matches, matches), false)).isEqualTo(alone);
    }

    @Property(tries = 500)
    void a_union_is_judged_as_if_one_reading_after_the_other_were_true(
            @ForAll("trailPatterns") @Size(max = 4) List<String> patterns) {
        EvaluatedAccount account = WITNESSES.defaultAccount(new AccountId("111122223333"), new Partition("aws"));
        List<FilterMatches> filters = patterns.stream()
                .map(pattern -> test.matches("3.5", pattern, account))
                .toList();
        Set<Boolean> verdicts = new HashSet<>();
        for (int reading = 0; reading < 8; reading++) {
            int bit = 1 << reading;
            List<FilterMatches> specific = filters.stream()
                    .filter(filter -> filter.negatives().stream()
                            .noneMatch(hit -> (hit.match().readings() & bit) != 0))
                    .toList();
            verdicts.add(IntStream.range(0, WITNESSES.positives("3.5", true).size())
                    .allMatch(i -> specific.stream()
                            .anyMatch(
                                    filter -> (filter.positives().get(i).match().readings() & bit) != 0)));
        }
        Answer expected = verdicts.size() > 1 ? Answer.UNKNOWN : Answer.of(verdicts.contains(true));
        FilterVerdict verdict = test.combine("3.5", filters, false);
        assertThat(verdict.satisfied()).isEqualTo(expected);
        assertThat(verdict.reason()).isNotBlank();
        assertThat(verdict.missing()).noneMatch(verdict.unsure()::contains);
        if (expected != Answer.TRUE) {
            assertThat(verdict.missing().size()
                            + verdict.unsure().size()
                            + verdict.matchesTooMuch().size())
                    .isPositive();
        }
    }

    /** Patterns around 3.5 whose answers depend on the readings now and then. */
    @Provide
    Arbitrary<List<String>> trailPatterns() {
        Arbitrary<String> conditions = Arbitraries.of(
                "$.eventName = *Trail",
                "$.eventName = *Logging",
                "$.eventName = C*l",
                "$.eventName = \"St*Logging\"",
                "$.eventName != C*l",
                "$.eventName != Lookup*",
                "$.eventName = StopLogging",
                "$.userIdentity.userName != bob",
                "$.errorCode != \"*\"",
                "$.eventSource = cloudtrail.amazonaws.com");
        Arbitrary<String> json = Combinators.combine(
                        conditions.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(" && ", " || "))
                .as((parts, operator) -> "{ " + String.join(operator, parts) + " }");
        Arbitrary<String> terms =
                Arbitraries.of("?Trail ?Logging", "cloudtrail -LookupEvents", "Logging", "?Create ?Update");
        return Arbitraries.oneOf(json, json, terms).list();
    }

    @Provide
    Arbitrary<String> controls() {
        return Arbitraries.of(WITNESSES.controls());
    }

    @Provide
    Arbitrary<String> namedControls() {
        return Arbitraries.of("3.4", "3.5", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14");
    }

    @Provide
    Arbitrary<FilterPattern> patterns() {
        return Patterns.patterns();
    }

    @Provide
    Arbitrary<EvaluatedAccount> accounts() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(12)
                .filter(digits -> !digits.equals("000000000000"))
                .flatMap(id -> Arbitraries.of("aws", "aws-us-gov", "aws-cn")
                        .map(partition -> WITNESSES.defaultAccount(new AccountId(id), new Partition(partition))));
    }

    private String inner(String control) {
        String canonical = WITNESSES.canonical(control);
        return canonical.substring(1, canonical.lastIndexOf('}'));
    }

    /** The canonical pattern with its list of alternatives changed. */
    private String rewritten(String control, UnaryOperator<List<Expression>> change) {
        JsonPattern pattern = (JsonPattern)
                FilterPattern.parse(WITNESSES.canonical(control)).value().orElseThrow();
        return new JsonPattern(rewritten(pattern.expression(), change)).toString();
    }

    private static Expression rewritten(Expression expression, UnaryOperator<List<Expression>> change) {
        return switch (expression) {
            case AnyOf any -> Expression.any(change.apply(new ArrayList<>(any.parts())));
            case AllOf all ->
                Expression.all(all.parts().stream()
                        .map(part -> rewritten(part, change))
                        .toList());
            case Expression.Comparison leaf -> leaf;
            case Expression.Is leaf -> leaf;
            case Expression.NotExists leaf -> leaf;
        };
    }
}

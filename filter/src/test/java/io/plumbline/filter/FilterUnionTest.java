package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several filters on complete chains, judged together. */
class FilterUnionTest {
    private final Witnesses witnesses = Witnesses.load();
    private final WitnessTest test = new WitnessTest(witnesses);
    private final EvaluatedAccount account =
            witnesses.defaultAccount(new AccountId("111122223333"), new Partition("aws"));

    @Test
    void names_may_be_spread_over_several_filters() {
        FilterVerdict verdict = combined(
                "3.5",
                "{ $.eventName = CreateTrail || $.eventName = UpdateTrail }",
                "{ $.eventName = DeleteTrail }",
                "?StartLogging ?StopLogging");
        assertThat(verdict.satisfied()).isEqualTo(Answer.TRUE);
        assertThat(combined("3.5", "{ $.eventName = CreateTrail }", "{ $.eventName = *Logging }")
                        .missing())
                .containsExactly("UpdateTrail", "DeleteTrail");
    }

    @Test
    void filters_for_single_callers_or_regions_add_up() {
        assertThat(combined(
                                "3.7",
                                "{ $.eventName = DisableKey && $.awsRegion = us-east-1 }",
                                "{ $.eventName = DisableKey && $.awsRegion != us-east-1 }",
                                "{ $.eventName = ScheduleKeyDeletion }")
                        .satisfied())
                .isEqualTo(Answer.TRUE);
    }

    @Test
    void a_broad_filter_adds_nothing_and_spoils_nothing() {
        assertThat(combined("3.5", "", witnesses.canonical("3.5")))
                .returns(Answer.TRUE, FilterVerdict::satisfied)
                .returns(List.of(), FilterVerdict::matchesTooMuch);
        FilterVerdict verdict = combined("3.5", "", "{ $.eventName = CreateTrail }");
        assertThat(verdict.satisfied()).isEqualTo(Answer.FALSE);
        assertThat(verdict.missing()).containsExactly("UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging");
        assertThat(verdict.matchesTooMuch()).contains("LookupEvents");
    }

    @Test
    void a_filter_for_something_else_is_not_reported() {
        assertThat(combined("3.5", "{ $.eventName = GetObject }", "{ $.eventName = CreateTrail }")
                        .matchesTooMuch())
                .isEmpty();
    }

    @Test
    void readings_are_the_same_for_all_filters() {
        // Whether an inner asterisk is a wildcard or not, one of the two filters matches.
        String first = "{ $.eventName = Create*l }";
        String second = "{ $.eventName = CreateTrail && $.eventName != C*Trail }";
        String rest = "{ $.eventName = UpdateTrail || $.eventName = DeleteTrail || $.eventName = *Logging }";
        assertThat(combined("3.5", first, second, rest).satisfied()).isEqualTo(Answer.TRUE);
        assertThat(combined("3.5", first, rest).satisfied()).isEqualTo(Answer.UNKNOWN);
        assertThat(combined("3.5", second, rest).satisfied()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void an_unsupported_filter_leaves_open_what_the_others_lack() {
        assertThat(combined("3.5", "[a]", witnesses.canonical("3.5")).satisfied())
                .isEqualTo(Answer.TRUE);
        assertThat(combined("3.5", "[a]", "{ $.eventName = *Trail }"))
                .returns(Answer.UNKNOWN, FilterVerdict::satisfied)
                .returns(List.of("StartLogging", "StopLogging"), FilterVerdict::unsure);
    }

    @Test
    void no_filter_satisfies_nothing() {
        assertThat(combined("3.7"))
                .returns(Answer.FALSE, FilterVerdict::satisfied)
                .returns(List.of("DisableKey", "ScheduleKeyDeletion"), FilterVerdict::missing)
                .returns("does not match DisableKey, ScheduleKeyDeletion", FilterVerdict::reason);
    }

    @Test
    void matches_of_another_control_are_refused() {
        FilterMatches other = test.matches("3.5", "", account);
        assertThatThrownBy(() -> test.combine("3.4", List.of(other), false)).hasMessageContaining("3.5");
    }

    private FilterVerdict combined(String control, String... patterns) {
        List<FilterMatches> matches = Stream.of(patterns)
                .map(pattern -> test.matches(control, pattern, account))
                .toList();
        return test.combine(control, matches, false);
    }
}

package io.plumbline.assess;

import io.plumbline.filter.AccountNumbers;
import io.plumbline.filter.AlarmRule;
import io.plumbline.filter.Answer;
import io.plumbline.filter.EvaluatedAccount;
import io.plumbline.filter.FilterMatches;
import io.plumbline.filter.FilterVerdict;
import io.plumbline.filter.Parse;
import io.plumbline.filter.SelectionCriteria;
import io.plumbline.filter.WitnessTest;
import io.plumbline.filter.Witnesses;
import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Metric filters and alarms, for the monitoring controls. */
final class FilterFunctions {
    private FilterFunctions() {}

    static List<SqlFunction> all() {
        Witnesses witnesses = Witnesses.load();
        WitnessTest test = new WitnessTest(witnesses);
        return List.of(
                SqlFunction.java(
                        "filter_check(control VARCHAR, patterns VARCHAR[], account_id VARCHAR, partition VARCHAR, regions VARCHAR[],"
                                + " strict_retired BOOLEAN) -> JSON",
                        "Whether the patterns of metric filters that all sit on complete chains of one trail satisfy a control such as '3.4'"
                                + " together, in an account with these enabled regions: {satisfied, missing, unsure, matchesTooMuch,"
                                + " warnings, parseError, reason, useful}, where satisfied is true, false or null (cannot be decided) and"
                                + " useful has the places, from 1, of patterns that match something asked for and nothing forbidden.",
                        "filter_check(control, patterns, account_id, partition, regions, strict_retired) as java_filter_check(control,"
                                + " to_json(patterns)::varchar, account_id, partition, to_json(regions)::varchar,"
                                + " strict_retired::varchar)::json",
                        6,
                        FilterFunctions::anyAccount,
                        arguments -> Optional.of(check(test, arguments))),
                SqlFunction.java(
                        "control_event_sources(control VARCHAR) -> VARCHAR[]",
                        "The services whose events a monitoring control needs, such as kms.amazonaws.com.",
                        "control_event_sources(control) as from_json(java_control_event_sources(control), '[\"VARCHAR\"]')",
                        1,
                        arguments -> Optional.of(JsonText.of(witnesses.eventSources(arguments.getFirst()).stream()
                                .sorted()
                                .toList()))),
                SqlFunction.java(
                        "filter_leaves_out(criteria VARCHAR, account_id VARCHAR, regions VARCHAR[]) -> VARCHAR[]",
                        "The regions whose events of the account a filter's fieldSelectionCriteria leave out; [] for none and for criteria"
                                + " that are NULL; NULL if they cannot be read.",
                        "filter_leaves_out(criteria, account_id, regions) as case when coalesce(criteria, '') = '' then []"
                                + " else from_json(java_filter_leaves_out(criteria, account_id, to_json(regions)::varchar),"
                                + " '[\"VARCHAR\"]') end",
                        3,
                        arguments -> SelectionCriteria.parse(arguments.getFirst())
                                .value()
                                .map(criteria -> JsonText.of(
                                        criteria.leavesOut(arguments.get(1), JsonText.texts(arguments.get(2)))))),
                SqlFunction.java(
                        "alarm_rule_tells(alarm_rule VARCHAR, child VARCHAR) -> BOOLEAN",
                        "Whether a composite alarm goes off when only this child, named by name or ARN, is in ALARM, and is quiet when none"
                                + " is; NULL if the rule cannot be read.",
                        "alarm_rule_tells(alarm_rule, child) as java_alarm_rule_tells(alarm_rule, child)::boolean",
                        2,
                        arguments -> tells(AlarmRule.parse(arguments.getFirst()), arguments.getLast())),
                SqlFunction.java(
                        "alarm_queries_watch(metrics LIST, namespace VARCHAR, metric_name VARCHAR) -> JSON",
                        "Whether what a metric-math alarm watches depends on a metric: {watches, through, accountId, filtered, grouped}, where"
                                + " through is metric, metrics_insights or search.",
                        "alarm_queries_watch(metrics, namespace, metric_name) as java_alarm_queries_watch(to_json(metrics)::varchar,"
                                + " namespace, metric_name)::json",
                        3,
                        arguments -> Optional.of(
                                AlarmQueries.watch(arguments.getFirst(), arguments.get(1), arguments.get(2)))));
    }

    /** Patterns that cannot tell accounts apart are judged for one that stands for all. */
    private static List<String> anyAccount(List<String> arguments) {
        if (AccountNumbers.mayMatter(String.join(" ", JsonText.texts(arguments.get(1))))) {
            return arguments;
        }
        List<String> alike = new ArrayList<>(arguments);
        alike.set(2, "111122223333");
        return alike;
    }

    private static String check(WitnessTest test, List<String> arguments) {
        String control = arguments.getFirst();
        EvaluatedAccount account = EvaluatedAccount.of(
                new AccountId(arguments.get(2)), new Partition(arguments.get(3)), JsonText.texts(arguments.get(4)));
        List<FilterMatches> matches = JsonText.texts(arguments.get(1)).stream()
                .map(pattern -> test.matches(control, pattern, account))
                .toList();
        FilterVerdict verdict = test.combine(control, matches, Boolean.parseBoolean(arguments.get(5)));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("satisfied", verdict.satisfied() == Answer.UNKNOWN ? null : verdict.satisfied() == Answer.TRUE);
        answer.put("missing", verdict.missing());
        answer.put("unsure", verdict.unsure());
        answer.put("matchesTooMuch", verdict.matchesTooMuch());
        answer.put("warnings", verdict.warnings());
        answer.put("parseError", verdict.parseError().orElse(null));
        answer.put("reason", verdict.reason());
        answer.put(
                "useful",
                IntStream.rangeClosed(1, matches.size())
                        .filter(place -> matches.get(place - 1).isUseful())
                        .boxed()
                        .toList());
        return JsonText.of(answer);
    }

    private static Optional<String> tells(Parse<AlarmRule> rule, String child) {
        return rule.value().map(known -> String.valueOf(known.isTrueWhenOnly(child) && !known.isTrueWhenAllAreOk()));
    }
}

package io.plumbline.assess;

import io.plumbline.filter.AlarmRule;
import io.plumbline.filter.Parse;
import io.plumbline.filter.SelectionCriteria;
import io.plumbline.filter.WitnessTest;
import io.plumbline.filter.Witnesses;
import java.util.List;
import java.util.Optional;

/** Metric filters and alarms, for the monitoring controls. */
final class FilterFunctions {
    private FilterFunctions() {}

    static List<SqlFunction> all() {
        Witnesses witnesses = Witnesses.load();
        FilterJudge judge = new FilterJudge(new WitnessTest(witnesses));
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
                        judge::alike,
                        arguments -> Optional.of(judge.check(arguments))),
                SqlFunction.java(
                        "control_event_sources(control VARCHAR) -> VARCHAR[]",
                        "The services whose events a monitoring control needs, such as kms.amazonaws.com.",
                        "control_event_sources(control) as from_json(java_control_event_sources(control), '[\"VARCHAR\"]')",
                        1,
                        arguments -> Optional.of(JsonText.of(witnesses.eventSources(arguments.getFirst()).stream()
                                .sorted()
                                .toList()))),
                SqlFunction.java(
                        "control_pattern(control VARCHAR) -> VARCHAR",
                        "The pattern of a metric filter that the benchmark prescribes for a monitoring control.",
                        "control_pattern(control) as java_control_pattern(control)",
                        1,
                        arguments -> Optional.of(witnesses.canonical(arguments.getFirst()))),
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

    private static Optional<String> tells(Parse<AlarmRule> rule, String child) {
        return rule.value().map(known -> String.valueOf(known.isTrueWhenOnly(child) && !known.isTrueWhenAllAreOk()));
    }
}

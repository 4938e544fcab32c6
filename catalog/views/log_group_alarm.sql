-- What a log group's metric filters lead to: one row for each log group with filters that can send a metric, and for each strictness of
-- the monitoring rules. `ways` has each filter's furthest way over an alarm to where it, or a composite alarm above it, notifies.
-- Stages: 3 a filter, 4 an alarm, 5 it can go off, 6 its actions are on, 7 it notifies a topic, 8 that has a confirmed subscriber.
with metrics as (
  select
    f.account_id, f.region, f.log_group_name, f.filter_name, f.filter_pattern, f.field_selection_criteria,
    coalesce(f.apply_on_transformed_logs, false) as transformed,
    len(coalesce(f.emit_system_field_dimensions, [])) > 0 as system_dimensions,
    unnest(f.metric_transformations) as metric
  from aws_cloudwatch_metric_filter f
),
usable as (
  select
    * exclude (metric, system_dimensions),
    metric.metric_name as metric_name, metric.metric_namespace as namespace, metric.metric_value as metric_value,
    metric.default_value as default_value,
    system_dimensions or cardinality(coalesce(metric.dimensions, map {})) > 0 as has_dimensions
  from metrics
  where coalesce(metric.metric_name, '') <> '' and coalesce(metric.metric_namespace, '') <> ''
    and (starts_with(metric.metric_value, '$.') or coalesce(try_cast(metric.metric_value as double), 0) > 0)
),
-- Alarms on a metric itself, and metric-math alarms, these once for each account whose metrics their queries read.
alarms as (
  select
    a.account_id as metric_account, a.region as metric_region, a.metric_name, a.namespace, null as metrics,
    a.arn as alarm_arn, a.alarm_name, a.account_id as alarm_account, a.actions_enabled, a.alarm_actions, a.comparison_operator,
    a.statistic, a.extended_statistic, a.threshold, a.threshold_metric_id,
    coalesce(a.datapoints_to_alarm, a.evaluation_periods, 1) as datapoints, len(coalesce(a.dimensions, [])) as alarm_dimensions
  from aws_cloudwatch_alarm a
  where a.metric_name is not null
  union all
  select
    unnest(list_distinct(list_transform(a.metrics, lambda m: coalesce(nullif(m.account_id, ''), a.account_id)))), a.region, null, null, a.metrics,
    a.arn, a.alarm_name, a.account_id, a.actions_enabled, a.alarm_actions, a.comparison_operator,
    a.statistic, a.extended_statistic, a.threshold, a.threshold_metric_id,
    coalesce(a.datapoints_to_alarm, a.evaluation_periods, 1), len(coalesce(a.dimensions, []))
  from aws_cloudwatch_alarm a
  where len(coalesce(a.metrics, [])) > 0
),
watched as (
  select f.*, a.* exclude (metric_account, metric_region, metric_name, namespace, metrics), null::json as through
  from usable f
  join alarms a on a.metric_account = f.account_id and a.metric_region = f.region
    and a.metric_name = f.metric_name and a.namespace = f.namespace
  union all
  select * from (
    select f.*, a.* exclude (metric_account, metric_region, metric_name, namespace, metrics),
      alarm_queries_watch(a.metrics, f.namespace, f.metric_name) as through
    from usable f
    join alarms a on a.metric_account = f.account_id and a.metric_region = f.region and a.metrics is not null
  )
  where (through->>'watches') = 'true' and coalesce(through->>'accountId', alarm_account) = account_id
),
firing as (
  select
    *,
    case
      when comparison_operator is null or comparison_operator not in ('GreaterThanOrEqualToThreshold', 'GreaterThanThreshold')
        then 'it does not go off when the metric rises'
      when threshold_metric_id is not null then 'it compares with a band, not with a threshold'
      when has_dimensions and coalesce(through->>'through', 'metric') = 'metric' then 'the metric has dimensions and the alarm sees one value only'
      when not has_dimensions and alarm_dimensions > 0 then 'it watches dimensions that the metric does not have'
      when through is null and statistic = 'SampleCount' and default_value is not null then 'it counts samples, and the filter sends a default value'
      when through is null and coalesce(statistic, '') not in ('Sum', 'Maximum', 'SampleCount') and default_value <= threshold
        then 'its statistic is drowned by the filter''s default value'
    end as broken,
    through is null and not coalesce(case comparison_operator
      when 'GreaterThanOrEqualToThreshold' then try_cast(metric_value as double) >= threshold
      else try_cast(metric_value as double) > threshold end, true) as deaf_to_one
  from watched
),
ways as (
  select
    *,
    case when deaf_to_one then 'one event does not reach its threshold'
      when datapoints > 1 then 'it waits for more than one period' end as slow,
    list_filter([
      case when through is not null then 'alarm ' || alarm_name || ' watches the metric through ' || (through->>'through') end,
      case when through is null and coalesce(statistic, '') not in ('Sum', 'Maximum') and default_value is null
        then 'alarm ' || alarm_name || ' uses the statistic ' || coalesce(statistic, extended_statistic, 'none') end,
      case when starts_with(metric_value, '$.') then 'filter ' || filter_name || ' sends a value out of the event' end,
      case when deaf_to_one then 'one event does not reach the threshold of alarm ' || alarm_name end,
      case when datapoints > 1 then 'alarm ' || alarm_name || ' waits for ' || datapoints || ' periods' end
    ], lambda w: w is not null) as warnings
  from firing
),
actions as (
  select w.*, coalesce(w.actions_enabled, false) as enabled_actions,
    unnest(case when len(coalesce(w.alarm_actions, [])) = 0 then [null] else w.alarm_actions end) as topic
  from ways w
  union all
  select w.*, coalesce(c.actions_enabled, false), unnest(coalesce(c.alarm_actions, []))
  from ways w
  join aws_cloudwatch_composite_alarm c
    on c.account_id = w.alarm_account and c.region = w.region
    and (alarm_rule_tells(c.alarm_rule, w.alarm_name) or alarm_rule_tells(c.alarm_rule, w.alarm_arn))
),
confirmed as (
  select topic_arn, count(*) filter (where subscription_arn like 'arn:%') as subscribers
  from aws_sns_topic_subscription
  group by topic_arn
),
unlisted as (
  select region, list(distinct account_id order by account_id) as accounts
  from journal
  where table_name = 'aws_sns_topic_subscription' and column_name = '' and status <> 'read'
  group by region
),
chains as (
  select
    a.account_id, a.region, a.log_group_name, a.filter_name, a.filter_pattern, a.field_selection_criteria, a.transformed,
    a.alarm_arn, a.alarm_name, a.topic, t.strictness,
    coalesce(a.broken, case when t.strictness = 'strict' then a.slow end) as broken,
    case
      when not a.enabled_actions then 5
      when a.topic is null or a.topic not like 'arn:%:sns:%' then 6
      when coalesce(s.subscribers, 0) = 0 then 7
      else 8
    end as stage,
    -- Accounts whose subscriptions in the topic's region nobody could list.
    list_intersect(coalesce(u.accounts, []), [arn_account(a.topic), a.alarm_account]) as unlisted_accounts,
    list_concat(a.warnings, case when o.attributes['KmsMasterKeyId'] = 'alias/aws/sns'
        then ['CloudWatch cannot publish to topic ' || a.topic || ': it is encrypted with the key of SNS itself'] else [] end,
      case when len(coalesce(denying_statements(o.attributes['Policy'], 'cloudwatch.amazonaws.com', 'sns:Publish', a.topic), [])) > 0
        then ['the policy of topic ' || a.topic || ' denies CloudWatch'] else [] end) as warnings
  from actions a
  cross join (values ('strict'), ('warn')) t(strictness)
  left join confirmed s on s.topic_arn = a.topic
  left join aws_sns_topic o on o.arn = a.topic
  left join unlisted u on u.region = arn_region(a.topic)
),
staged as (
  select
    * exclude (stage, broken, unlisted_accounts),
    case when broken is not null then 4 else stage end as stage,
    case
      when broken is not null then 'alarm ' || alarm_name || ' cannot go off: ' || broken
      when stage = 5 then 'the actions of alarm ' || alarm_name || ' are switched off'
      when stage = 6 then 'alarm ' || alarm_name || ' notifies no SNS topic'
      when stage = 7 then 'topic ' || topic || ' has no confirmed subscription'
    end as link,
    case when broken is null and stage = 7 then unlisted_accounts else [] end as unlisted_accounts
  from chains
  union all by name
  select
    account_id, region, log_group_name, filter_name, filter_pattern, field_selection_criteria, transformed, strictness, 3 as stage,
    'no alarm watches the metric of filter ' || filter_name as link, [] as warnings, [] as unlisted_accounts
  from usable cross join (values ('strict'), ('warn')) t(strictness)
),
furthest as (
  select * from staged
  qualify row_number() over (
    partition by account_id, region, log_group_name, strictness, filter_name order by stage desc, alarm_arn, topic) = 1
)
select
  account_id, region, log_group_name, strictness,
  list({
    'filter': filter_name, 'pattern': filter_pattern, 'criteria': field_selection_criteria, 'transformed': transformed, 'stage': stage,
    'link': link, 'alarm': alarm_arn, 'topic': topic, 'unlisted_accounts': unlisted_accounts, 'warnings': warnings
  } order by filter_name) as ways
from furthest
group by account_id, region, log_group_name, strictness

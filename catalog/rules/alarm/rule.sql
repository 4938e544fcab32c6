-- The one algorithm of the monitoring controls: trail, log group, metric filter, alarm, topic, confirmed subscription, followed across
-- accounts and regions. Every rule of this folder runs it; which events count is its parameter `control`. One unit for each account.
with regions as (
  select account_id, list(region order by region) as enabled
  from aws_region
  where opt_in_status is distinct from 'not-opted-in'
  group by account_id
),
trails as (
  select
    p.account_id, p.partition, p.control, p.threshold, p.strict_retired, g.enabled,
    t.trail_arn, t.home_region, t.cloud_watch_logs_log_group_arn as log_group,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 5) as group_account,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 4) as group_region,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 7) as group_name,
    coalesce(t.status, o.status) as status,
    management_selectors(coalesce(t.event_selectors, o.event_selectors), t.has_custom_event_selectors) as selectors
  from param p
  join aws_cloudtrail_trail t on t.account_id = p.account_id and t.is_multi_region_trail
  left join aws_cloudtrail_trail o on o.trail_arn = t.trail_arn and o.account_id = arn_account(t.trail_arn)
  left join regions g on g.account_id = p.account_id
),
judged_trails as (
  select
    *,
    status is null or (status.is_logging and selectors is null) as unread_trail,
    coalesce(status.is_logging, false)
      and coalesce(selectors_cover(selectors, 'ReadOnly', null), false)
      and coalesce(selectors_cover(selectors, 'WriteOnly', null), false)
      and not list_has_any(flatten(list_transform(selectors, lambda s: s.excluded)), control_event_sources(control)) as records,
    list_distinct(flatten(list_transform(coalesce(selectors, []), lambda s: s.excluded))) as excluded
  from trails
),
groups as (
  select
    t.*,
    coalesce(log_group, '') <> '' as has_group,
    -- What was refused in the account itself is the engine's to say; here it is what nobody asked, or what another account refused.
    coalesce(log_group, '') <> '' and not exists (
      select 1 from journal j
      where j.account_id = t.group_account and j.region in (t.group_region, 'global')
        and j.table_name = 'aws_cloudwatch_metric_filter' and j.column_name = ''
        and (j.status = 'read' or t.group_account = t.account_id)) as unread_group
  from judged_trails t
  where records
),
filters as (
  select
    g.account_id, g.partition, g.control, g.threshold as strictness, g.strict_retired, g.enabled, g.trail_arn, g.log_group,
    g.group_account, g.group_region, f.filter_name, f.filter_pattern,
    coalesce(f.apply_on_transformed_logs, false) as transformed,
    filter_leaves_out(f.field_selection_criteria, g.account_id, g.enabled) as left_out,
    len(coalesce(f.emit_system_field_dimensions, [])) > 0 as system_dimensions,
    unnest(f.metric_transformations) as metric
  from groups g
  join aws_cloudwatch_metric_filter f
    on f.account_id = g.group_account and f.region = g.group_region and f.log_group_name = g.group_name
),
usable as (
  select
    * exclude (metric),
    metric.metric_name as metric_name, metric.metric_namespace as namespace, metric.metric_value as metric_value,
    metric.default_value as default_value,
    system_dimensions or cardinality(coalesce(metric.dimensions, map {})) > 0 as has_dimensions,
    transformed or left_out is null as undecided
  from filters
  where coalesce(metric.metric_name, '') <> '' and coalesce(metric.metric_namespace, '') <> ''
    and (starts_with(metric.metric_value, '$.') or coalesce(try_cast(metric.metric_value as double), 0) > 0)
    and len(coalesce(left_out, [])) = 0
),
watched as (
  select
    f.*, a.arn as alarm_arn, a.alarm_name, a.account_id as alarm_account, a.actions_enabled, a.alarm_actions,
    a.comparison_operator, a.statistic, a.extended_statistic, a.threshold, a.threshold_metric_id,
    coalesce(a.datapoints_to_alarm, a.evaluation_periods, 1) as datapoints,
    len(coalesce(a.dimensions, [])) as alarm_dimensions,
    case when len(coalesce(a.metrics, [])) > 0 then alarm_queries_watch(a.metrics, f.namespace, f.metric_name) end as through
  from usable f
  join aws_cloudwatch_alarm a
    on a.region = f.group_region
    and ((a.account_id = f.group_account and a.metric_name = f.metric_name and a.namespace = f.namespace)
      or (len(coalesce(a.metrics, [])) > 0
        and (alarm_queries_watch(a.metrics, f.namespace, f.metric_name)->>'watches') = 'true'
        and coalesce(alarm_queries_watch(a.metrics, f.namespace, f.metric_name)->>'accountId', a.account_id) = f.group_account))
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
      when strictness = 'strict' and through is null and not coalesce(case comparison_operator
          when 'GreaterThanOrEqualToThreshold' then try_cast(metric_value as double) >= threshold
          else try_cast(metric_value as double) > threshold end, true) then 'one event does not reach its threshold'
      when strictness = 'strict' and datapoints > 1 then 'it waits for more than one period'
    end as broken,
    list_filter([
      case when through is not null then 'alarm ' || alarm_name || ' watches the metric through ' || (through->>'through') end,
      case when through is null and coalesce(statistic, '') not in ('Sum', 'Maximum') and default_value is null
        then 'alarm ' || alarm_name || ' uses the statistic ' || coalesce(statistic, extended_statistic, 'none') end,
      case when starts_with(metric_value, '$.') then 'filter ' || filter_name || ' sends a value out of the event' end,
      case when through is null and not coalesce(case comparison_operator
          when 'GreaterThanOrEqualToThreshold' then try_cast(metric_value as double) >= threshold
          else try_cast(metric_value as double) > threshold end, true)
        then 'one event does not reach the threshold of alarm ' || alarm_name end,
      case when datapoints > 1 then 'alarm ' || alarm_name || ' waits for ' || datapoints || ' periods' end
    ], lambda w: w is not null) as warnings
  from watched
),
actions as (
  select f.* exclude (alarm_actions), coalesce(f.actions_enabled, false) as enabled_actions, unnest(
    case when len(coalesce(f.alarm_actions, [])) = 0 then [null] else f.alarm_actions end) as topic
  from firing f
  union all
  select f.* exclude (alarm_actions), coalesce(c.actions_enabled, false) as enabled_actions, unnest(coalesce(c.alarm_actions, [])) as topic
  from firing f
  join aws_cloudwatch_composite_alarm c
    on c.account_id = f.alarm_account and c.region = f.group_region
    and (alarm_rule_tells(c.alarm_rule, f.alarm_name) or alarm_rule_tells(c.alarm_rule, f.alarm_arn))
),
confirmed as (
  select topic_arn, count(*) filter (where subscription_arn like 'arn:%') as subscribers
  from aws_sns_topic_subscription
  group by topic_arn
),
chains as (
  select
    a.*,
    coalesce(s.subscribers, 0) as subscribers,
    a.topic like 'arn:%:sns:%' and exists (
      select 1 from journal j
      where j.table_name = 'aws_sns_topic_subscription' and j.column_name = '' and j.status <> 'read'
        and j.region = arn_region(a.topic) and j.account_id in (arn_account(a.topic), a.alarm_account)
        and j.account_id <> a.account_id) as unread_topic,
    list_concat(a.warnings, case when t.attributes['KmsMasterKeyId'] = 'alias/aws/sns'
        then ['CloudWatch cannot publish to topic ' || a.topic || ': it is encrypted with the key of SNS itself'] else [] end,
      case when len(coalesce(denying_statements(t.attributes['Policy'], 'cloudwatch.amazonaws.com', 'sns:Publish', a.topic), [])) > 0
        then ['the policy of topic ' || a.topic || ' denies CloudWatch'] else [] end) as all_warnings
  from actions a
  left join confirmed s on s.topic_arn = a.topic
  left join aws_sns_topic t on t.arn = a.topic
),
-- How far each filter's longest chain gets: 3 a filter, 4 an alarm, 5 that can fire, 6 with actions on, 7 to a topic, 8 with a subscriber.
staged as (
  select
    account_id, partition, control, strict_retired, enabled, trail_arn, log_group, filter_name, filter_pattern, undecided,
    case
      when broken is not null then 4
      when not enabled_actions then 5
      when topic is null or topic not like 'arn:%:sns:%' then 6
      when subscribers = 0 then 7
      else 8
    end as stage,
    case
      when broken is not null then 'alarm ' || alarm_name || ' cannot go off: ' || broken
      when not enabled_actions then 'the actions of alarm ' || alarm_name || ' are switched off'
      when topic is null or topic not like 'arn:%:sns:%' then 'alarm ' || alarm_name || ' notifies no SNS topic'
      when subscribers = 0 then 'topic ' || topic || ' has no confirmed subscription'
    end as link,
    subscribers = 0 and unread_topic as unread_topic,
    all_warnings as warnings,
    alarm_arn, topic
  from chains
  union all
  select account_id, partition, control, strict_retired, enabled, trail_arn, log_group, filter_name, filter_pattern, undecided,
    3, 'no alarm watches the metric of filter ' || filter_name, false, [], null, null
  from usable
),
best as (
  select * from staged
  qualify row_number() over (partition by account_id, trail_arn, filter_name order by stage desc, alarm_arn, topic) = 1
),
per_trail as (
  select
    account_id, any_value(partition) as partition, any_value(control) as control, any_value(strict_retired) as strict_retired,
    any_value(enabled) as enabled, trail_arn, any_value(log_group) as log_group,
    list(filter_pattern order by filter_name) filter (where stage = 8) as complete,
    list(filter_pattern order by filter_name) filter (where stage = 8 or unread_topic) as perhaps,
    list(filter_pattern order by filter_name) as every_filter,
    bool_or(undecided) as undecided,
    list({'filter': filter_name, 'pattern': filter_pattern, 'reached': stage, 'broken_link': link, 'alarm': alarm_arn, 'topic': topic}
      order by stage desc, filter_name) as chain
  from best
  group by account_id, trail_arn
),
checked as (
  select
    *,
    case when complete is null then null else filter_check(control, complete, account_id, partition, enabled, strict_retired) end as done,
    case when perhaps is null then null else filter_check(control, perhaps, account_id, partition, enabled, strict_retired) end as maybe,
    filter_check(control, every_filter, account_id, partition, enabled, strict_retired) as filters
  from per_trail
),
useful as (
  select
    c.*,
    (done->>'satisfied') = 'true' as satisfied,
    complete is not null and done is not null and (done->>'satisfied') is null as open_question,
    (maybe->>'satisfied') = 'true' as hangs_on_topic,
    -- The filters that match anything the control asks for, by how far they get.
    (select list(b.link order by b.stage desc, b.filter_name) from best b
      where b.account_id = c.account_id and b.trail_arn = c.trail_arn and b.stage < 8
        and len(from_json(filter_check(c.control, [b.filter_pattern], c.account_id, c.partition, c.enabled, c.strict_retired)->'missing', '["VARCHAR"]'))
          < len(from_json(filter_check(c.control, ['{ $.no = 1 }'], c.account_id, c.partition, c.enabled, c.strict_retired)->'missing', '["VARCHAR"]'))
      ) as links,
    (select list(w order by w) from (select distinct unnest(b.warnings) as w from best b
      where b.account_id = c.account_id and b.trail_arn = c.trail_arn and b.stage = 8)) as chain_warnings
  from checked c
),
accounts as (
  select
    p.account_id, p.partition,
    (select count(*) from judged_trails t where t.account_id = p.account_id and t.records) as recording,
    (select count(*) from judged_trails t where t.account_id = p.account_id and t.unread_trail) as unread_trails,
    (select count(*) from groups g where g.account_id = p.account_id and g.has_group) as grouped,
    (select min(g.group_account) from groups g where g.account_id = p.account_id and g.unread_group) as unread_account,
    (select list({'account_id': g.group_account, 'region': g.group_region, 'table_name': 'aws_cloudwatch_metric_filter'}
        order by g.group_account, g.group_region)
      from groups g where g.account_id = p.account_id and g.has_group and g.group_account <> p.account_id) as rests_on,
    (select min(g.group_account) from groups g where g.account_id = p.account_id and g.has_group and g.group_account <> p.account_id) as elsewhere,
    (select list(distinct 'the trail leaves out events of ' || x order by 'the trail leaves out events of ' || x)
      from (select unnest(t.excluded) as x from judged_trails t where t.account_id = p.account_id and t.records)) as trail_warnings,
    u.*exclude (account_id, partition)
  from param p
  left join (
    select * from useful
    qualify row_number() over (partition by account_id order by satisfied desc nulls last, open_question desc, hangs_on_topic desc nulls last, trail_arn) = 1
  ) u on u.account_id = p.account_id
),
decided as (
  select
    *,
    case
      when satisfied then 'PASS'
      when unread_account is not null or unread_trails > 0 or coalesce(open_question, false) or coalesce(hangs_on_topic, false) then null
      when coalesce(undecided, false) or (filters is not null and (filters->>'satisfied') is null) then null
      else 'FAIL'
    end as status
  from accounts
)
select
  account_id,
  'global' as region,
  account_id as unit,
  null::varchar as asset,
  status,
  case
    when status = 'PASS' then 'metric filter, alarm and a confirmed subscriber watch for these events'
    when status is null and unread_account is not null then 'log group in account ' || unread_account || ' not scanned'
    when status is null and unread_trails > 0 then 'the status or the selectors of a multi-region trail could not be read'
    when status is null and coalesce(hangs_on_topic, false) then 'the subscriptions of the alarm''s topic could not be read'
    when status is null and coalesce(open_question, false) then 'the filter cannot be decided: ' || (done->>'reason')
    when status is null then 'the filter cannot be decided: ' || coalesce(filters->>'reason', 'it works on transformed logs')
    when recording = 0 then 'no trail: no multi-region trail logs all management events that this control needs'
    when grouped = 0 then 'no log group: the trail delivers to none'
    when filters is null then 'no filter: the log group has no metric filter that sends a metric'
    when (filters->>'satisfied') = 'true' and links is not null then links[1]
    else 'no filter: ' || (filters->>'reason')
  end as reason,
  {
    'trail': trail_arn, 'log_group': log_group, 'chains': chain,
    'missing': case when filters is not null then from_json(filters->'missing', '["VARCHAR"]') end
  } as evidence,
  case when status = 'PASS' then list_distinct(list_concat(
    coalesce(chain_warnings, []), coalesce(trail_warnings, []), coalesce(from_json(done->'warnings', '["VARCHAR"]'), []))) else [] end as warnings,
  coalesce(rests_on, []) as rests_on,
  case when status = 'PASS' then elsewhere end as inherited_from
from decided

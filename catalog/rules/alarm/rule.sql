-- The one algorithm of the monitoring controls: trail, log group, metric filter, alarm, topic, confirmed subscription, followed across
-- accounts and regions. Every rule of this folder runs it; which events count is its parameter `control`. One unit for each account.
with trails as (
  select
    p.partition, p.control, p.threshold, p.strict_retired, t.* exclude (records),
    t.records and not list_has_any(t.excluded, control_event_sources(p.control)) as records
  from param p
  join management_trail t on t.account_id = p.account_id
),
-- The filters that see the account's events, and how far each gets.
watched as (
  select
    t.account_id, t.partition, t.control, t.strict_retired, t.enabled, t.trail_arn, t.log_group,
    list_filter(w.ways, lambda way: way.criteria is null or len(coalesce(filter_leaves_out(way.criteria, t.account_id, t.enabled), [])) = 0)
      as ways,
    len(list_filter(w.ways, lambda way: way.transformed
      or (way.criteria is not null and filter_leaves_out(way.criteria, t.account_id, t.enabled) is null))) > 0 as undecided
  from trails t
  join log_group_alarm w
    on w.account_id = t.group_account and w.region = t.group_region and w.log_group_name = t.group_name and w.strictness = t.threshold
  where t.records
),
sorted as (
  select
    *,
    list_transform(ways, lambda way: way.pattern) as every_filter,
    list_filter(ways, lambda way: way.stage = 8) as complete,
    list_filter(ways, lambda way: way.stage = 8 or len(list_filter(way.unlisted_accounts, lambda other: other <> account_id)) > 0)
      as perhaps
  from watched
  where len(ways) > 0
),
checked as materialized (
  select
    * exclude (complete, perhaps),
    complete,
    filter_check(control, every_filter, account_id, partition, enabled, strict_retired) as filters,
    case when len(complete) > 0 then
      filter_check(control, list_transform(complete, lambda way: way.pattern), account_id, partition, enabled, strict_retired) end as done,
    case when len(perhaps) > len(complete) then
      filter_check(control, list_transform(perhaps, lambda way: way.pattern), account_id, partition, enabled, strict_retired) end as maybe
  from sorted
),
useful as (
  select
    account_id, trail_arn, log_group, undecided, filters, done,
    (done->>'satisfied') = 'true' as satisfied,
    done is not null and (done->>'satisfied') is null as open_question,
    (maybe->>'satisfied') = 'true' as hangs_on_topic,
    list_sort(flatten(list_transform(complete, lambda way: way.warnings))) as chain_warnings,
    -- The ways of the filters that match something the control asks for and nothing that it forbids, those first that get furthest.
    list_sort(list_transform(from_json(filters->'useful', '["INTEGER"]'), lambda place: {
      'missing_stages': 8 - ways[place].stage, 'filter': ways[place].filter, 'pattern': ways[place].pattern, 'reached': ways[place].stage,
      'broken_link': ways[place].link, 'alarm': ways[place].alarm, 'topic': ways[place].topic})) as chain
  from checked
),
trails_of as (
  select
    account_id, count(*) filter (where records) as recording, count(*) filter (where unread_trail) as unread_trails,
    list_transform(list_sort(list_distinct(flatten(list(excluded order by trail_arn) filter (where records)))),
      lambda source: 'the trail leaves out events of ' || source) as trail_warnings,
    count(*) filter (where records and has_group) as grouped,
    min(group_account) filter (where records and unread_group) as unread_account,
    min(group_account) filter (where records and has_group and group_account <> account_id) as elsewhere,
    list({'account_id': group_account, 'region': group_region, 'table_name': 'aws_cloudwatch_metric_filter'}
      order by group_account, group_region) filter (where records and has_group and group_account <> account_id) as rests_on
  from trails
  group by account_id
),
accounts as (
  select p.account_id, t.* exclude (account_id), u.* exclude (account_id)
  from param p
  left join trails_of t on t.account_id = p.account_id
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
      when unread_account is not null or coalesce(unread_trails, 0) > 0 or coalesce(open_question, false) or coalesce(hangs_on_topic, false) then null
      when coalesce(undecided, false) or (filters is not null and (filters->>'satisfied') is null) then null
      else 'FAIL'
    end as status,
    list_filter(chain, lambda way: way.reached < 8)[1].broken_link as broken_link
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
    when coalesce(recording, 0) = 0 then 'no trail: no multi-region trail logs all management events that this control needs'
    when coalesce(grouped, 0) = 0 then 'no log group: the trail delivers to none'
    when filters is null then 'no filter: the log group has no metric filter that sends a metric'
    when (filters->>'satisfied') = 'true' and broken_link is not null then broken_link
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

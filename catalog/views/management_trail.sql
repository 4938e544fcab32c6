-- Trails and what they record of management events: one row for each account and trail that it sees, its own or its organization's, with
-- the log group that it delivers to, and what of all this could not be read. A member may not see the status and the selectors of the
-- organization's trail: its owner's row shows them.
with regions as (
  select account_id, list(region order by region) as enabled
  from aws_region
  where opt_in_status is distinct from 'not-opted-in'
  group by account_id
),
seen as (
  select
    t.account_id, t.trail_arn, t.home_region, t.is_organization_trail,
    coalesce(t.is_multi_region_trail, false) as multi_region, g.enabled,
    t.cloud_watch_logs_log_group_arn as log_group,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 5) as group_account,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 4) as group_region,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 7) as group_name,
    coalesce(t.status, o.status) as status,
    management_selectors(coalesce(t.event_selectors, o.event_selectors), t.has_custom_event_selectors) as selectors,
    list_filter(map_values(coalesce(o.unread, t.unread)), lambda u: u.code <> 'NotRequested')[1] as refused
  from aws_cloudtrail_trail t
  left join aws_cloudtrail_trail o on o.trail_arn = t.trail_arn and o.account_id = arn_account(t.trail_arn)
  left join regions g on g.account_id = t.account_id
),
-- A source is left out of what the selectors record together where each of them leaves it out.
trails as (
  select
    *,
    multi_region and coalesce(status.is_logging, false) as logs_everywhere,
    case when logs_everywhere and selectors_cover(selectors, 'ReadOnly', null) then list_reduce(
      list_transform(list_filter(selectors, lambda s: s.type in ('All', 'ReadOnly')), lambda s: s.excluded),
      lambda one, other: list_intersect(one, other)) end as reads_without,
    case when logs_everywhere and selectors_cover(selectors, 'WriteOnly', null) then list_reduce(
      list_transform(list_filter(selectors, lambda s: s.type in ('All', 'WriteOnly')), lambda s: s.excluded),
      lambda one, other: list_intersect(one, other)) end as writes_without
  from seen
)
select
  *,
  coalesce(log_group, '') <> '' as has_group,
  multi_region and (status is null or (status.is_logging and selectors is null)) as unread_trail,
  -- Only these can serve the account's monitoring.
  reads_without is not null and writes_without is not null as records,
  list_distinct(list_concat(reads_without, writes_without)) as excluded,
  -- What was refused in the account itself is the engine's to say; here it is what nobody asked, or what another account refused.
  coalesce(log_group, '') <> '' and not exists (
    select 1 from journal j
    where j.account_id = t.group_account and j.region in (t.group_region, 'global')
      and j.table_name = 'aws_cloudwatch_metric_filter' and j.column_name = ''
      and (j.status = 'read' or t.group_account = t.account_id)) as unread_group
from trails t

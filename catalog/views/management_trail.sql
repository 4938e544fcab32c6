-- The multi-region trails that can serve an account's monitoring: one row for each account and trail that it sees, its own or its
-- organization's, with what the trail records, the log group that it delivers to, and what of all this could not be read.
with regions as (
  select account_id, list(region order by region) as enabled
  from aws_region
  where opt_in_status is distinct from 'not-opted-in'
  group by account_id
),
trails as (
  select
    t.account_id, t.partition, t.trail_arn, g.enabled,
    t.cloud_watch_logs_log_group_arn as log_group,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 5) as group_account,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 4) as group_region,
    split_part(t.cloud_watch_logs_log_group_arn, ':', 7) as group_name,
    coalesce(t.status, o.status) as status,
    management_selectors(coalesce(t.event_selectors, o.event_selectors), t.has_custom_event_selectors) as selectors
  from aws_cloudtrail_trail t
  left join aws_cloudtrail_trail o on o.trail_arn = t.trail_arn and o.account_id = arn_account(t.trail_arn)
  left join regions g on g.account_id = t.account_id
  where t.is_multi_region_trail
)
select
  account_id, trail_arn, enabled, log_group, group_account, group_region, group_name,
  coalesce(log_group, '') <> '' as has_group,
  status is null or (status.is_logging and selectors is null) as unread_trail,
  coalesce(status.is_logging, false)
    and coalesce(selectors_cover(selectors, 'ReadOnly', null), false)
    and coalesce(selectors_cover(selectors, 'WriteOnly', null), false) as records,
  list_distinct(flatten(list_transform(coalesce(selectors, []), lambda s: s.excluded))) as excluded,
  -- What was refused in the account itself is the engine's to say; here it is what nobody asked, or what another account refused.
  coalesce(log_group, '') <> '' and not exists (
    select 1 from journal j
    where j.account_id = t.group_account and j.region in (t.group_region, 'global')
      and j.table_name = 'aws_cloudwatch_metric_filter' and j.column_name = ''
      and (j.status = 'read' or t.group_account = t.account_id)) as unread_group
from trails t

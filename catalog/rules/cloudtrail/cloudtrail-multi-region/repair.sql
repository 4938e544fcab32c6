-- A trail of the account whose selectors record all management events needs two switches at most: to see every region, and to log. The
-- one that needs least is taken. Without such a trail somebody must choose a bucket, or what a trail shall leave out.
with trails as (
  select
    f.account_id, f.unit, f.region, t.trail_arn, t.home_region, t.multi_region, coalesce(t.status.is_logging, false) as logging
  from failed_unit f
  join param p on p.account_id = f.account_id
  join management_trail t on t.account_id = f.account_id and arn_account(t.trail_arn) = f.account_id
  where t.status is not null and selectors_cover(t.selectors, 'ReadOnly', p.allow_excluded_sources)
    and selectors_cover(t.selectors, 'WriteOnly', p.allow_excluded_sources)
),
chosen as (
  select * from trails
  qualify row_number() over (
    partition by account_id, unit order by multi_region::integer + logging::integer desc, multi_region desc, trail_arn) = 1
)
select
  account_id, unit, region,
  list_filter([
    case when not multi_region then {
      'service': 'cloudtrail', 'operation': 'UpdateTrail', 'region': home_region,
      'parameters': {'Name': trail_arn, 'IsMultiRegionTrail': true}::json} end,
    case when not logging then {
      'service': 'cloudtrail', 'operation': 'StartLogging', 'region': home_region, 'parameters': {'Name': trail_arn}::json} end
  ], lambda step: step is not null) as calls,
  {'Name': trail_arn, 'IsMultiRegionTrail': multi_region, 'IsLogging': logging} as before,
  {'Name': trail_arn, 'IsMultiRegionTrail': true, 'IsLogging': true} as after,
  'The trail records the management events of every region from then on; each copy of them after an account''s first costs money.' as note
from chosen
where not (multi_region and logging)

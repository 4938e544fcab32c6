-- One unit for each account. A trail that belongs to another account shows its status and selectors in the owner's row, joined by ARN.
with seen as (
  select
    t.account_id, t.trail_arn, t.home_region, t.is_organization_trail,
    coalesce(t.is_multi_region_trail, false) as multi_region,
    coalesce(t.status, o.status) as status,
    management_selectors(coalesce(t.event_selectors, o.event_selectors), t.has_custom_event_selectors) as selectors,
    arn_account(t.trail_arn) as owner,
    list_filter(map_values(coalesce(o.unread, t.unread)), lambda u: u.code <> 'NotRequested')[1] as refused
  from aws_cloudtrail_trail t
  left join aws_cloudtrail_trail o on o.trail_arn = t.trail_arn and o.account_id = arn_account(t.trail_arn)
),
trails as (
  select
    account_id,
    list({
      'trail': trail_arn, 'multi_region': multi_region, 'logging': status.is_logging, 'selectors': selectors,
      'organization': is_organization_trail, 'delivery_error': status.latest_delivery_error
    } order by trail_arn) as evidence,
    list({'account_id': owner, 'region': home_region, 'table_name': 'aws_cloudtrail_trail'}
      order by trail_arn) filter (where owner <> account_id) as rests_on,
    list(selectors order by trail_arn) filter (where multi_region and status.is_logging and selectors is not null) as recording,
    count(*) filter (where multi_region and (status is null or (status.is_logging and selectors is null))) as unread_trails,
    min(refused.action || ': ' || refused.code)
      filter (where multi_region and (status is null or (status.is_logging and selectors is null))) as refused,
    count(*) filter (where multi_region and status.is_logging) as logging_trails,
    list('the last delivery of ' || trail_arn || ' failed: ' || status.latest_delivery_error order by trail_arn)
      filter (where multi_region and status.is_logging and coalesce(status.latest_delivery_error, '') <> '') as warnings
  from seen
  group by account_id
),
judged as (
  select
    p.account_id, p.allow_excluded_sources, t.* exclude (account_id),
    coalesce(selectors_cover(flatten(t.recording), 'ReadOnly', p.allow_excluded_sources), false) as covers_read,
    coalesce(selectors_cover(flatten(t.recording), 'WriteOnly', p.allow_excluded_sources), false) as covers_write,
    coalesce(selectors_cover(flatten(t.recording), 'ReadOnly', null), false)
      and coalesce(selectors_cover(flatten(t.recording), 'WriteOnly', null), false) as covers_but_for_sources
  from param p
  left join trails t on t.account_id = p.account_id
),
-- What a member may not see of an organization's trail its owner's row shows, and single-region trails do not matter: only a list of
-- trails that was not read leaves the account in doubt.
listed as (
  select account_id from journal where table_name = 'aws_cloudtrail_trail' and column_name = ''
  group by account_id
  having bool_and(status = 'read')
)
select
  account_id,
  'global' as region,
  account_id as unit,
  null::varchar as asset,
  case
    when covers_read and covers_write then 'PASS'
    when coalesce(unread_trails, 0) > 0 then null
    else 'FAIL'
  end as status,
  case
    when covers_read and covers_write then 'multi-region trails record all management events'
    when coalesce(unread_trails, 0) > 0 
      then 'the status or the selectors of a multi-region trail could not be read' || coalesce(', ' || refused, '')
    when evidence is null then 'there is no trail'
    when logging_trails = 0 then 'no multi-region trail is logging'
    when covers_but_for_sources then 'multi-region trails leave out events of some services'
    when covers_read then 'multi-region trails record no write events'
    when covers_write then 'multi-region trails record no read events'
    else 'multi-region trails record no management events'
  end as reason,
  {'trails': evidence} as evidence,
  coalesce(warnings, []) as warnings,
  coalesce(rests_on, []) as rests_on,
  coalesce(unread_trails, 0) = 0 and account_id in (select account_id from listed) as certain
from judged

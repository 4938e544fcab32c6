-- One unit for each account. What its multi-region trails record together decides: a source's events are missing only where every trail
-- that records such events leaves it out.
with trails as (
  select
    account_id,
    list({
      'trail': trail_arn, 'multi_region': multi_region, 'logging': status.is_logging, 'selectors': selectors,
      'organization': is_organization_trail, 'delivery_error': status.latest_delivery_error
    } order by trail_arn) as evidence,
    list({'account_id': arn_account(trail_arn), 'region': home_region, 'table_name': 'aws_cloudtrail_trail'}
      order by trail_arn) filter (where arn_account(trail_arn) <> account_id) as rests_on,
    list(reads_without order by trail_arn) filter (where reads_without is not null) as reads_without,
    list(writes_without order by trail_arn) filter (where writes_without is not null) as writes_without,
    count(*) filter (where logs_everywhere) as logging_trails,
    count(*) filter (where unread_trail) as unread_trails,
    min(refused.action || ': ' || refused.code) filter (where unread_trail) as refused,
    list('the last delivery of ' || trail_arn || ' failed: ' || status.latest_delivery_error order by trail_arn)
      filter (where logs_everywhere and coalesce(status.latest_delivery_error, '') <> '') as warnings
  from management_trail
  group by account_id
),
together as (
  select
    p.account_id, p.allow_excluded_sources, t.* exclude (account_id, reads_without, writes_without),
    list_reduce(t.reads_without, lambda one, other: list_intersect(one, other)) as reads_without,
    list_reduce(t.writes_without, lambda one, other: list_intersect(one, other)) as writes_without
  from param p
  left join trails t on t.account_id = p.account_id
),
judged as (
  select
    *,
    reads_without is not null as reads,
    writes_without is not null as writes,
    list_sort(list_filter(list_distinct(list_concat(reads_without, writes_without)),
      lambda source: not list_contains(allow_excluded_sources, source))) as missing
  from together
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
    when reads and writes and len(missing) = 0 then 'PASS'
    when coalesce(unread_trails, 0) > 0 then null
    else 'FAIL'
  end as status,
  case
    when reads and writes and len(missing) = 0 then 'multi-region trails record all management events'
    when coalesce(unread_trails, 0) > 0
      then 'the status or the selectors of a multi-region trail could not be read' || coalesce(', ' || refused, '')
    when evidence is null then 'there is no trail'
    when logging_trails = 0 then 'no multi-region trail is logging'
    when reads and writes then 'multi-region trails leave out events of some services: ' || array_to_string(missing, ', ')
    when reads then 'multi-region trails record no write events'
    when writes then 'multi-region trails record no read events'
    else 'multi-region trails record no management events'
  end as reason,
  {'trails': evidence} as evidence,
  coalesce(warnings, []) as warnings,
  coalesce(rests_on, []) as rests_on,
  coalesce(unread_trails, 0) = 0 and account_id in (select account_id from listed) as certain
from judged

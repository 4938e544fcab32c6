select
  t.account_id, t.region, t.arn as unit, case when t.arn like '%/no-asset' then null else t.arn end as asset,
  case t.extra when 'good' then 'PASS' when 'bad' then 'FAIL' when 'ask' then 'MANUAL' when 'none' then 'NOT_APPLICABLE' end as status,
  'extra is ' || coalesce(t.extra, 'nothing') as reason,
  {'more': t.more} as evidence,
  t.ok as certain
from thing t join param p on p.account_id = t.account_id

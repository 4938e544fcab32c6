select t.account_id, t.region, t.arn as unit, t.arn as asset,
  case when t.ok then 'PASS' when t.unread['extra'] is not null then null when t.extra = 'good' then 'PASS' else 'FAIL' end as status,
  'seen' as reason, null as evidence
from thing t join param p on p.account_id = t.account_id

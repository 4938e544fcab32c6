select
  p.account_id, 'global' as region, p.account_id as unit, null as asset,
  case when not exists (from thing t where t.account_id = p.account_id and t.extra = 'bad') then 'PASS' else 'FAIL' end as status,
  'counted' as reason, null as evidence
from param p

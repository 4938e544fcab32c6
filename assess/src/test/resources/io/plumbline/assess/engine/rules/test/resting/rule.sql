select t.account_id, t.region, t.arn as unit, t.arn as asset,
  case when exists (from helper h where h.account_id = t.owner and h.thing_arn = t.arn) then 'PASS' else 'FAIL' end as status,
  'looked at ' || t.owner as reason, null as evidence,
  ['look twice'] as warnings,
  t.owner as inherited_from,
  [{'account_id': t.owner, 'region': null, 'table_name': 'helper'}] as rests_on
from thing t join param p on p.account_id = t.account_id

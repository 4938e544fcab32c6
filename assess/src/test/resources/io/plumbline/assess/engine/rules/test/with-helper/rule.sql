select t.account_id, t.region, t.arn as unit, t.arn as asset, case when h.thing_arn is null then 'FAIL' else 'PASS' end as status,
  case when h.thing_arn is null then 'has no helper' else 'has a helper' end as reason, null as evidence
from thing t join param p on p.account_id = t.account_id
left join helper h on h.account_id = t.account_id and h.thing_arn = t.arn

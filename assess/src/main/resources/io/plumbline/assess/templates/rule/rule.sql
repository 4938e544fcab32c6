-- One row for each unit: account_id, region, unit, asset, status, reason, evidence. `plumbline tables` lists what can be read;
-- `param` has one row an account with the rule's parameters and `now`.
select
  v.account_id,
  v.region,
  v.arn as unit,
  v.arn as asset,
  case when v.is_default then 'FAIL' else 'PASS' end as status,
  case when v.is_default then 'is the default VPC' else 'is not the default VPC' end as reason,
  {'vpc_id': v.vpc_id} as evidence
from aws_vpc v
join param p on p.account_id = v.account_id

-- One unit for each VPC of the account: its default security group, or the VPC itself where the group was not found.
with judged as (
  select
    v.account_id, v.region, v.arn as vpc_arn, v.vpc_id, v.owner_id, s.arn as group_arn, s.group_id, i.interfaces,
    v.owner_id <> v.account_id as is_shared, u.refused,
    len(coalesce(s.ip_permissions, [])) as ingress,
    len(coalesce(s.ip_permissions_egress, [])) as egress
  from aws_vpc v
  join param p on p.account_id = v.account_id
  left join aws_vpc_security_group s
    on s.account_id = v.account_id and s.region = v.region and s.vpc_id = v.vpc_id and s.group_name = 'default'
  left join unread_table u on u.account_id = v.account_id and u.region = v.region and u.table_name = 'aws_vpc_security_group'
  left join security_group_interface i on i.account_id = v.account_id and i.region = v.region and i.group_id = s.group_id
)
select
  account_id,
  region,
  coalesce(group_arn, vpc_arn) as unit,
  coalesce(group_arn, vpc_arn) as asset,
  case
    when is_shared then 'NOT_APPLICABLE'
    when group_arn is null then null
    when ingress = 0 and egress = 0 then 'PASS'
    else 'FAIL'
  end as status,
  case
    when is_shared then 'shared by account ' || owner_id || ' and judged there'
    when group_arn is null 
      then 'the default security group of the VPC ' || coalesce('could not be read, ' || refused, 'was not found')
    when ingress = 0 and egress = 0 then 'the default security group has no rules'
    else 'the default security group has ' || ingress || ' inbound and ' || egress || ' outbound rules'
  end as reason,
  {'vpc_id': vpc_id, 'group_id': group_id, 'inbound_rules': ingress, 'outbound_rules': egress, 'interfaces': interfaces} as evidence,
  is_shared as certain
from judged

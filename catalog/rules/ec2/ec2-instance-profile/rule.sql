-- One unit for each instance. A profile that is attached but not in the list was deleted, if the list was read at all (see missing in
-- rule.yaml); what an instance without a profile lacks is certain.
with seen as (
  select
    i.account_id, i.region, i.arn, i.instance_id, i.state.name as state,
    i.iam_instance_profile.arn as profile_arn,
    f.arn as found_arn,
    list_sort(list_transform(coalesce(f.roles, []), lambda role: role.arn)) as roles,
    coalesce(i.state.name in ('terminated', 'shutting-down'), false) as ending
  from aws_ec2_instance i
  join param p on p.account_id = i.account_id
  left join aws_iam_instance_profile f on f.account_id = i.account_id and f.arn = i.iam_instance_profile.arn
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case when ending then 'NOT_APPLICABLE' when len(roles) > 0 then 'PASS' else 'FAIL' end as status,
  case
    when ending then 'is ' || state
    when profile_arn is null then 'has no instance profile'
    when found_arn is null then 'points at an instance profile that has been deleted'
    when len(roles) = 0 then 'has an instance profile without a role'
    else 'has an instance profile with a role'
  end as reason,
  {'instance_id': instance_id, 'state': state, 'instance_profile': profile_arn, 'roles': roles} as evidence,
  ending or profile_arn is null or found_arn is not null as certain
from seen

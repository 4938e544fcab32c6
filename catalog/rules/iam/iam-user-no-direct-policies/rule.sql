-- One unit for each IAM user. What its groups give it and its permissions boundary are no policies of its own.
with seen as (
  select
    u.account_id, u.region, u.arn, u.group_list,
    list_sort(list_transform(coalesce(u.attached_managed_policies, []), lambda policy: policy.policy_arn)) as attached,
    list_sort(list_transform(coalesce(u.user_policy_list, []), lambda policy: policy.policy_name)) as inline
  from aws_iam_user u
  join param p on p.account_id = u.account_id
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case when len(attached) + len(inline) > 0 then 'FAIL' else 'PASS' end as status,
  case
    when len(attached) > 0 and len(inline) > 0 then 'has attached and inline policies of its own'
    when len(attached) > 0 then 'has attached policies of its own'
    when len(inline) > 0 then 'has inline policies of its own'
    else 'has no policies of its own'
  end as reason,
  {'attached_policies': attached, 'inline_policies': inline, 'groups': list_sort(group_list)} as evidence
from seen

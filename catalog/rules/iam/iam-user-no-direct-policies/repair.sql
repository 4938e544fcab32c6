-- Which group shall carry these policies is a person's choice: there is no call, but what would be lost is named.
select
  f.account_id, f.unit, f.region,
  null::struct(service varchar, operation varchar, region varchar, parameters json)[] as calls,
  {
    'UserName': u.user_name,
    'AttachedPolicies': from_json(f.evidence->'attached_policies', '["VARCHAR"]'),
    'InlinePolicies': from_json(f.evidence->'inline_policies', '["VARCHAR"]'),
    'Groups': from_json(f.evidence->'groups', '["VARCHAR"]')
  } as before,
  null::json as after,
  'Choose or make the group that shall carry what the user needs of these policies, put the user into it, and only then take them off: '
    || 'detached alone, the user loses what ' || array_to_string(list_concat(
      from_json(f.evidence->'attached_policies', '["VARCHAR"]'), from_json(f.evidence->'inline_policies', '["VARCHAR"]')), ', ')
    || ' gives.' as note
from failed_unit f
join aws_iam_user u on u.account_id = f.account_id and u.arn = f.unit

-- A customer managed policy is taken off everybody and, where unattached ones are judged too, deleted with its versions; AWS's own is
-- taken off the principal. A policy that also is somebody's permissions boundary cannot be deleted, and an inline one has to be written
-- anew by a person.
with failed as (
  select
    f.account_id, f.unit, f.region, p.only_attached, f.evidence->>'kind' as kind,
    case when f.evidence->>'kind' = 'AWS managed' then right(f.unit, length(f.unit) - length(f.asset) - 1) else f.unit end as policy_arn,
    coalesce(from_json(f.evidence->'attached_to', '["VARCHAR"]'), []) as principals,
    coalesce((f.evidence->>'attachment_count')::bigint, 0) as attachments
  from failed_unit f
  join param p on p.account_id = f.account_id
),
detaching as (
  select
    d.*, c.arn as own_arn, coalesce(c.permissions_boundary_usage_count, 0) as boundaries,
    list_filter(coalesce(c.policy_version_list, []), lambda v: v.is_default_version)[1].document as document,
    list_sort(list_transform(list_filter(coalesce(c.policy_version_list, []), lambda v: not v.is_default_version),
      lambda v: v.version_id)) as old_versions,
    list_transform(d.principals, lambda arn: case split_part(split_part(arn, ':', 6), '/', 1)
      when 'user' then {
        'service': 'iam', 'operation': 'DetachUserPolicy', 'region': 'global',
        'parameters': {'UserName': regexp_extract(arn, '[^/]+$'), 'PolicyArn': d.policy_arn}::json}
      when 'group' then {
        'service': 'iam', 'operation': 'DetachGroupPolicy', 'region': 'global',
        'parameters': {'GroupName': regexp_extract(arn, '[^/]+$'), 'PolicyArn': d.policy_arn}::json}
      else {
        'service': 'iam', 'operation': 'DetachRolePolicy', 'region': 'global',
        'parameters': {'RoleName': regexp_extract(arn, '[^/]+$'), 'PolicyArn': d.policy_arn}::json} end) as detach
  from failed d
  left join aws_iam_policy c on d.kind = 'customer managed' and c.account_id = d.account_id and c.arn = d.unit
  where d.kind in ('customer managed', 'AWS managed') and len(d.principals) = d.attachments
)
select
  account_id, unit, region,
  case when kind = 'AWS managed' or only_attached then detach else list_concat(detach,
    list_transform(old_versions, lambda version: {
      'service': 'iam', 'operation': 'DeletePolicyVersion', 'region': 'global',
      'parameters': {'PolicyArn': policy_arn, 'VersionId': version}::json}),
    [{'service': 'iam', 'operation': 'DeletePolicy', 'region': 'global', 'parameters': {'PolicyArn': policy_arn}::json}]) end as calls,
  {'PolicyArn': policy_arn, 'AttachedTo': principals, 'PolicyDocument': document::json} as before,
  case when kind = 'AWS managed' or only_attached then {
    'PolicyArn': policy_arn, 'AttachedTo': []::varchar[], 'PolicyDocument': document::json} end as after,
  case when len(principals) > 0
    then 'These lose everything that no other policy gives them: ' || array_to_string(principals, ', ')
      || '. Give them first what they need, and be sure that some other administrator remains.'
    else 'Nobody has the policy.' end
    || case when kind = 'AWS managed' or only_attached then ''
      else ' The policy is deleted; its document stands under "before", so that it can be made again.' end as note
from detaching
where kind = 'AWS managed' or (own_arn is not null and (only_attached or boundaries = 0))

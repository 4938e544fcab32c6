-- One unit for each customer managed policy, judged by its default version. If the parameters ask for them, also one for each principal
-- with AdministratorAccess, the one AWS managed policy that allows everything, and one for each inline policy; what such a unit is about
-- is the principal, so its unit is the principal's ARN and the policy's ARN or name.
with principals as (
  select account_id, region, arn, attached_managed_policies as attached, user_policy_list as inline from aws_iam_user
  union all
  select account_id, region, arn, attached_managed_policies as attached, group_policy_list as inline from aws_iam_group
  union all
  select account_id, region, arn, attached_managed_policies as attached, role_policy_list as inline from aws_iam_role
),
attachments as (
  select account_id, region, arn, unnest(attached).policy_arn as policy_arn from principals
),
attached as (
  select account_id, policy_arn, list(arn order by arn) as principals
  from attachments
  group by account_id, policy_arn
),
policies as (
  select
    c.account_id, c.region, c.arn as unit, c.arn as asset, 'customer managed' as kind, a.principals, c.attachment_count,
    case
      when c.attachment_count = 0 and c.permissions_boundary_usage_count > 0 then 'serves as a permissions boundary only'
      when p.only_attached and c.attachment_count = 0 then 'is attached to nobody'
    end as not_judged,
    list_filter(c.policy_version_list, lambda version: version.is_default_version)[1].document as document
  from aws_iam_policy c
  join param p on p.account_id = c.account_id
  left join attached a on a.account_id = c.account_id and a.policy_arn = c.arn
  union all
  select
    i.account_id, i.region, i.arn || '/' || i.policy.policy_name as unit, i.arn as asset, 'inline' as kind, [i.arn] as principals,
    1 as attachment_count, null as not_judged, i.policy.policy_document as document
  from (select account_id, region, arn, unnest(inline) as policy from principals) i
  join param p on p.account_id = i.account_id and p.include_inline
),
read as (
  select *, full_admin_statements(document) as statements from policies
),
judged as (
  select
    account_id, region, unit, asset, kind, principals, attachment_count, statements,
    case
      when not_judged is not null then 'NOT_APPLICABLE'
      when json_array_length(statements) > 0 then 'FAIL'
      when statements is not null then 'PASS'
    end as status,
    case
      when not_judged is not null then not_judged
      when json_array_length(statements) > 0 then 'a statement allows every action on every resource'
      when statements is not null then 'no statement allows every action on every resource'
      else 'the document cannot be read: ' || coalesce(policy_problem(document), 'there is none')
    end as reason
  from read
  union all
  select
    a.account_id, a.region, a.arn || '/' || a.policy_arn as unit, a.arn as asset, 'AWS managed' as kind, [a.arn] as principals,
    1 as attachment_count, null as statements, 'FAIL' as status, 'has AdministratorAccess attached' as reason
  from attachments a
  join param p on p.account_id = a.account_id and p.include_aws_managed
  where a.policy_arn = 'arn:' || p.partition || ':iam::aws:policy/AdministratorAccess'
)
select
  account_id,
  region,
  unit,
  asset,
  status,
  reason,
  {'kind': kind, 'statements': statements, 'attached_to': principals, 'attachment_count': attachment_count} as evidence
from judged

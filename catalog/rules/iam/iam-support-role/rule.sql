-- One unit for each account. By default only AWSSupportAccess counts. With accept_equivalent a role counts too if it plainly has the
-- right: AdministratorAccess or SupportUser, or one Allow in a document of the account's own of all of AWS Support on every resource and
-- without a condition; and if nothing may take it back, neither a permissions boundary nor any Deny in those documents.
with wanted as (
  select account_id, accept_equivalent, 'arn:' || partition || ':iam::aws:policy/' as prefix
  from param
),
attached as (
  select account_id, 'role' as kind, arn, unnest(attached_managed_policies).policy_arn as policy_arn from aws_iam_role
  union all
  select account_id, 'user' as kind, arn, unnest(attached_managed_policies).policy_arn as policy_arn from aws_iam_user
  union all
  select account_id, 'group' as kind, arn, unnest(attached_managed_policies).policy_arn as policy_arn from aws_iam_group
),
holders as (
  select
    a.account_id,
    list(a.arn order by a.arn) filter (where a.kind = 'role') as roles,
    list(a.arn order by a.arn) filter (where a.kind <> 'role') as others
  from attached a
  join wanted w on w.account_id = a.account_id and a.policy_arn = w.prefix || 'AWSSupportAccess'
  group by a.account_id
),
unbounded as (
  select r.account_id, r.arn, r.role_policy_list, w.prefix
  from aws_iam_role r
  join wanted w on w.account_id = r.account_id and w.accept_equivalent
  where r.permissions_boundary is null
),
documents as (
  select account_id, arn, unnest(role_policy_list).policy_document as document from unbounded
  union all
  select u.account_id, u.arn, list_filter(c.policy_version_list, lambda version: version.is_default_version)[1].document
  from unbounded u
  join attached a on a.account_id = u.account_id and a.arn = u.arn
  join aws_iam_policy c on c.account_id = u.account_id and c.arn = a.policy_arn
),
statements as (
  select account_id, arn, unnest(coalesce(try_cast(body as json[]), [body])) as statement
  from (select account_id, arn, (try_cast(document as json)->'$.Statement') as body from documents)
),
clauses as (
  select
    account_id, arn,
    statement->>'$.Effect' as effect,
    (statement->'$.Condition') is null as always,
    coalesce(try_cast((statement->'$.Action') as varchar[]), [statement->>'$.Action']) as actions,
    coalesce(try_cast((statement->'$.Resource') as varchar[]), [statement->>'$.Resource']) as resources
  from statements
),
rights as (
  select
    account_id, arn,
    effect = 'Allow' and always
      and len(list_filter(actions, lambda action: regexp_full_match(lower(action), '\*+(:\*+)?|support:\*+'))) > 0
      and len(list_filter(resources, lambda resource: regexp_full_match(resource, '\*+'))) > 0 as allows,
    effect is distinct from 'Allow' as denies
  from clauses
  union all
  select u.account_id, u.arn, true as allows, false as denies
  from unbounded u
  join attached a on a.account_id = u.account_id and a.arn = u.arn
  where a.policy_arn in (u.prefix || 'AdministratorAccess', u.prefix || 'job-function/SupportUser')
),
equivalent as (
  select account_id, list(arn order by arn) as roles
  from (select account_id, arn from rights group by account_id, arn having bool_or(allows) and not bool_or(denies))
  group by account_id
)
select
  w.account_id,
  'global' as region,
  w.account_id as unit,
  null::varchar as asset,
  case when h.roles is not null or e.roles is not null then 'PASS' else 'FAIL' end as status,
  case
    when h.roles is not null then 'a role has AWSSupportAccess'
    when e.roles is not null then 'a role may use AWS Support through another policy'
    when h.others is not null then 'no role has AWSSupportAccess, only users or groups have it'
    else 'no role has AWSSupportAccess'
  end as reason,
  {
    'policy': w.prefix || 'AWSSupportAccess',
    'roles': h.roles,
    'equivalent_roles': e.roles,
    'users_and_groups': h.others,
    'accept_equivalent': w.accept_equivalent
  } as evidence
from wanted w
left join holders h on h.account_id = w.account_id
left join equivalent e on e.account_id = w.account_id

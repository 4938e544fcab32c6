-- Units as in cloudtrail-bucket-access-logging. AWS's own judgement of the policy decides where it is there; our reading of the policy
-- decides otherwise, explains, and warns where the two differ.
with account_blocks_read as (
  select account_id
  from journal
  where table_name = 'aws_s3_account_public_access_block' and column_name = ''
  group by account_id
  having bool_and(status = 'read')
),
facts as (
  select
    b.account_id, b.region, b.arn, b.name, b.unread, b.policy,
    list_filter(coalesce(b.acl.grants, []), lambda g: g.grantee.uri like '%/groups/global/AllUsers'
      or g.grantee.uri like '%/groups/global/AuthenticatedUsers') as public_grants,
    public_statements(b.policy) as public_policy,
    b.policy_status.is_public as aws_says_public,
    coalesce(b.public_access_block.ignore_public_acls, false) or coalesce(a.ignore_public_acls, false) as acls_ignored,
    coalesce(b.public_access_block.restrict_public_buckets, false) or coalesce(a.restrict_public_buckets, false) as policy_restricted,
    b.unread['public_access_block'] is not null
      or (a.account_id is null and b.account_id not in (select account_id from account_blocks_read)) as block_unread
  from trail_bucket t
  join param p on p.account_id = t.account_id
  join aws_s3_bucket b on b.account_id = t.owner and b.name = t.bucket
  left join aws_s3_account_public_access_block a on a.account_id = b.account_id
  where t.account_id = t.owner
),
grants as (
  select
    *,
    len(public_grants) > 0 as acl_public,
    coalesce(aws_says_public, json_array_length(public_policy) > 0, false) as policy_public,
    (unread['acl'] is not null and not acls_ignored)
      or (unread['policy_status'] is not null and (unread['policy'] is not null or (policy is not null and public_policy is null))
        and not policy_restricted) as grants_unread
  from facts
),
judged as (
  select *, (acl_public and not acls_ignored) as acl_open, (policy_public and not policy_restricted) as policy_open from grants
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case
    when acl_open or policy_open then case when block_unread then null else 'FAIL' end
    when grants_unread then null
    else 'PASS'
  end as status,
  case
    when (acl_open or policy_open) and block_unread
      then 'ACL or policy let strangers in, and whether the public access block of bucket or account keeps them out could not be read'
        || coalesce((
          select min(', ' || u.refused) from unread_table u
          where u.account_id = judged.account_id and u.table_name = 'aws_s3_account_public_access_block'), '')
    when acl_open then 'the bucket''s ACL lets ' || case
      when len(list_filter(public_grants, lambda g: g.grantee.uri like '%AllUsers')) > 0 then 'anyone' else 'every AWS user' end || ' in'
    when policy_open then 'the bucket''s policy lets anyone in'
    when grants_unread then 'the bucket''s ACL or policy could not be read'
    else 'neither ACL nor policy lets strangers in'
  end as reason,
  {
    'bucket': name, 'public_grants': public_grants, 'public_statements': public_policy, 'aws_says_public': aws_says_public,
    'acls_ignored': acls_ignored, 'policy_restricted': policy_restricted
  }::json as evidence,
  list_concat(
    case when (acl_public and acls_ignored) or (policy_public and policy_restricted)
      then ['latent: only the public access block keeps strangers out'] else [] end,
    case when aws_says_public is not null and public_policy is not null and aws_says_public <> (json_array_length(public_policy) > 0)
      then ['AWS and Plumbline read the bucket policy differently: AWS says '
        || case when aws_says_public then 'public' else 'not public' end] else [] end) as warnings,
  case when acl_open or policy_open then not block_unread else not grants_unread end as certain
from judged
union all
select account_id, 'global', arn, asset, status, reason, {'bucket': bucket}::json, [], certain
from trail_bucket
where account_id is distinct from owner

-- Units as in cloudtrail-bucket-access-logging. AWS's own judgement of the policy decides where it is there; our reading of the policy
-- decides otherwise, explains, and warns where the two differ.
with used as (
  select distinct t.account_id, t.partition, t.s3_bucket_name as bucket, arn_account(t.trail_arn) as trail_owner
  from aws_cloudtrail_trail t
  join param p on p.account_id = t.account_id
  where t.s3_bucket_name is not null
),
owned as (
  select b.* from aws_s3_bucket b where b.name in (select bucket from used)
),
facts as (
  select
    o.account_id, o.region, o.arn, o.name, o.unread, o.policy,
    list_filter(coalesce(o.acl.grants, []), lambda g: g.grantee.uri like '%/groups/global/AllUsers'
      or g.grantee.uri like '%/groups/global/AuthenticatedUsers') as public_grants,
    public_statements(o.policy) as public_policy,
    o.policy_status.is_public as aws_says_public,
    coalesce(o.public_access_block.ignore_public_acls, false) or coalesce(a.ignore_public_acls, false) as acls_ignored,
    coalesce(o.public_access_block.restrict_public_buckets, false) or coalesce(a.restrict_public_buckets, false) as policy_restricted,
    a.account_id is null and o.account_id not in (
      select account_id from journal where table_name = 'aws_s3_account_public_access_block' and column_name = ''
      group by account_id
      having bool_and(status = 'read')) as account_block_unread
  from owned o
  join param p on p.account_id = o.account_id
  left join aws_s3_account_public_access_block a on a.account_id = o.account_id
),
read as (
  select
    *,
    coalesce(aws_says_public, json_array_length(public_policy) > 0, false) as policy_public,
    unread['acl'] is not null and not acls_ignored as acl_unread,
    unread['policy_status'] is not null and (unread['policy'] is not null or (policy is not null and public_policy is null))
      and not policy_restricted as policy_unread,
    unread['public_access_block'] is not null or account_block_unread as block_unread
  from facts
),
own as (
  select
    account_id, region, arn as unit, arn as asset,
    case
      when (len(public_grants) > 0 and not acls_ignored) or (policy_public and not policy_restricted)
        then case when block_unread then null else 'FAIL' end
      when acl_unread or policy_unread then null
      else 'PASS'
    end as status,
    case
      when block_unread and ((len(public_grants) > 0 and not acls_ignored) or (policy_public and not policy_restricted))
        then 'ACL or policy let strangers in, and whether the public access block of bucket or account keeps them out could not be read'
          || coalesce((
            select min(', ' || j.action || ': ' || j.code) from journal j
            where j.account_id = read.account_id and j.table_name = 'aws_s3_account_public_access_block' and j.column_name = ''
              and j.status <> 'read'), '')
      when len(public_grants) > 0 and not acls_ignored then 'the bucket''s ACL lets ' || case
        when len(list_filter(public_grants, lambda g: g.grantee.uri like '%AllUsers')) > 0 then 'anyone' else 'every AWS user' end || ' in'
      when policy_public and not policy_restricted then 'the bucket''s policy lets anyone in'
      when acl_unread or policy_unread then 'the bucket''s ACL or policy could not be read'
      else 'neither ACL nor policy lets strangers in'
    end as reason,
    {
      'bucket': name, 'public_grants': public_grants, 'public_statements': public_policy, 'aws_says_public': aws_says_public,
      'acls_ignored': acls_ignored, 'policy_restricted': policy_restricted
    } as evidence,
    list_concat(
      case when (len(public_grants) > 0 and acls_ignored) or (policy_public and policy_restricted)
        then ['latent: only the public access block keeps strangers out'] else [] end,
      case when aws_says_public is not null and public_policy is not null and aws_says_public <> (json_array_length(public_policy) > 0)
        then ['AWS and Plumbline read the bucket policy differently: AWS says '
          || case when aws_says_public then 'public' else 'not public' end] else [] end) as warnings,
    case
      when (len(public_grants) > 0 and not acls_ignored) or (policy_public and not policy_restricted) then not block_unread
      else not (acl_unread or policy_unread)
    end as certain
  from read
),
elsewhere as (
  select
    u.account_id, 'global' as region, 'arn:' || u.partition || ':s3:::' || u.bucket as unit, null::varchar as asset,
    'NOT_APPLICABLE' as status, 'judged in account ' || min(o.account_id) as reason, {'bucket': u.bucket} as evidence
  from used u
  join owned o on o.name = u.bucket
  group by u.account_id, u.partition, u.bucket
  having bool_and(o.account_id <> u.account_id)
),
-- A trail of the organization has the bucket once, in the account that owns the trail, or with each member if that is not scanned.
nobodys as (
  select
    u.account_id, u.partition, u.bucket, min(u.trail_owner) as trail_owner,
    bool_and(u.trail_owner <> u.account_id and u.trail_owner in (select account_id from param)) as inherited
  from used u
  where u.bucket not in (select name from owned)
  group by u.account_id, u.partition, u.bucket
),
unlisted as (
  select min(account_id || ' could not be listed, ' || action || ': ' || code) as refused
  from journal
  where table_name = 'aws_s3_bucket' and column_name = '' and status <> 'read'
),
foreign_buckets as (
  select
    n.account_id, 'global' as region, 'arn:' || n.partition || ':s3:::' || n.bucket as unit,
    case when not inherited then 'arn:' || n.partition || ':s3:::' || n.bucket end as asset,
    case when inherited then 'NOT_APPLICABLE' when l.refused is not null then null else 'MANUAL' end as status,
    case
      when inherited then 'judged in account ' || trail_owner
      when l.refused is not null then 'whose bucket this is is not known: the buckets of account ' || l.refused
      else 'the bucket belongs to no account of this scan, or is gone so that anyone may take its name; a person must look'
    end as reason,
    {'bucket': n.bucket} as evidence
  from nobodys n
  cross join unlisted l
)
select account_id, region, unit, asset, status, reason, evidence::json as evidence, warnings, certain from own
union all
select account_id, region, unit, asset, status, reason, evidence::json, []::varchar[], true from elsewhere
union all
select account_id, region, unit, asset, status, reason, evidence::json, []::varchar[], false from foreign_buckets

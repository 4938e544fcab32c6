-- The buckets that trails deliver to: one row for each bucket in the account that owns it, where a rule judges it, and one in every other
-- account whose visible trails name it, with the verdict that all rules about these buckets give there.
with used as (
  select
    account_id, partition, s3_bucket_name as bucket, min(arn_account(trail_arn)) as trail_owner,
    -- The organization's trail has a bucket of nobody once, in the account that owns the trail, or in each member if that is not scanned.
    bool_and(arn_account(trail_arn) <> account_id
      and arn_account(trail_arn) in (select account_id from aws_account where entered)) as inherited
  from aws_cloudtrail_trail
  where s3_bucket_name is not null
  group by account_id, partition, s3_bucket_name
),
owned as (
  select name as bucket, min(account_id) as owner
  from aws_s3_bucket
  where name in (select bucket from used)
  group by name
),
-- Accounts of the scan that may own any bucket, for all that is known.
closed as (
  select account_id, min(refused) as refused
  from (
    select account_id, 'the buckets of account ' || account_id || ' could not be listed, ' || action || ': ' || code as refused
    from journal
    where table_name = 'aws_s3_bucket' and column_name = '' and status <> 'read'
    union all
    select account_id, 'account ' || account_id || ' could not be entered'
    from aws_account
    where status = 'ACTIVE' and not entered)
  group by account_id
),
placed as (
  select
    u.account_id, u.bucket, 'arn:' || u.partition || ':s3:::' || u.bucket as arn, o.owner,
    -- The likeliest owner of a bucket that nobody is seen to have is who owns the trail.
    coalesce(c.refused, any_closed.refused) as refused,
    case when o.owner is not null then o.owner when u.inherited then u.trail_owner end as judged_in
  from used u
  left join owned o on o.bucket = u.bucket
  left join closed c on c.account_id = u.trail_owner
  cross join (select min_by(refused, account_id) as refused from closed) any_closed
)
select
  account_id, bucket, arn, owner,
  case when judged_in is not null then 'NOT_APPLICABLE' when refused is null then 'MANUAL' end as status,
  case
    when judged_in is not null then 'judged in account ' || judged_in
    when refused is not null then 'whose bucket this is is not known: ' || refused
    else 'the bucket belongs to no account of this scan, or is gone so that anyone may take its name; a person must look'
  end as reason,
  case when judged_in is null then arn end as asset,
  owner is not null as certain
from placed
where owner is distinct from account_id
union all
select owner, bucket, null, owner, null, null, null, null
from owned

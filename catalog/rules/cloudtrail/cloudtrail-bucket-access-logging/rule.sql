-- One unit for each bucket that visible trails deliver to, in the account that owns it; accounts that only use it get a unit that says
-- where it is judged. A bucket of nobody in this scan is one MANUAL unit in the account of the trail.
with used as (
  select distinct t.account_id, t.partition, t.s3_bucket_name as bucket, arn_account(t.trail_arn) as trail_owner
  from aws_cloudtrail_trail t
  join param p on p.account_id = t.account_id
  where t.s3_bucket_name is not null
),
owned as (
  select b.account_id, b.region, b.arn, b.name, b.logging, b.unread
  from aws_s3_bucket b
  where b.name in (select bucket from used)
),
own as (
  select
    o.account_id, o.region, o.arn as unit, o.arn as asset,
    case
      when o.unread['logging'] is not null then null
      when o.logging.target_bucket is null then 'FAIL'
      when t.name is null then 'FAIL'
      else 'PASS'
    end as status,
    case
      when o.unread['logging'] is not null then 'the access logging of the bucket could not be read'
      when o.logging.target_bucket is null then 'server access logging is off'
      when t.name is null then 'access logs go to ' || o.logging.target_bucket || ', which the account does not have'
      else 'access logs go to ' || o.logging.target_bucket
    end as reason,
    {'bucket': o.name, 'target_bucket': o.logging.target_bucket, 'target_prefix': o.logging.target_prefix} as evidence,
    case when o.logging.target_bucket = o.name then ['the bucket logs into itself, which never ends'] else [] end as warnings,
    o.unread['logging'] is null as certain
  from owned o
  join param p on p.account_id = o.account_id
  left join aws_s3_bucket t on t.account_id = o.account_id and t.name = o.logging.target_bucket
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
      else 'the bucket belongs to no account of this scan, or is gone; a person must look'
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

-- One unit for each bucket that visible trails deliver to, in the account that owns it. The view says what to say elsewhere.
select
  b.account_id,
  b.region,
  b.arn as unit,
  b.arn as asset,
  case
    when b.unread['logging'] is not null then null
    when b.logging.target_bucket is null or g.name is null then 'FAIL'
    else 'PASS'
  end as status,
  case
    when b.unread['logging'] is not null then 'the access logging of the bucket could not be read'
    when b.logging.target_bucket is null then 'server access logging is off'
    when g.name is null then 'access logs go to ' || b.logging.target_bucket || ', which the account does not have'
    else 'access logs go to ' || b.logging.target_bucket
  end as reason,
  {'bucket': b.name, 'target_bucket': b.logging.target_bucket, 'target_prefix': b.logging.target_prefix}::json as evidence,
  case when b.logging.target_bucket = b.name then ['the bucket logs into itself, which never ends'] else [] end as warnings,
  b.unread['logging'] is null as certain
from trail_bucket t
join param p on p.account_id = t.account_id
join aws_s3_bucket b on b.account_id = t.owner and b.name = t.bucket
left join aws_s3_bucket g on g.account_id = b.account_id and g.name = b.logging.target_bucket
where t.account_id = t.owner
union all
select account_id, 'global', arn, asset, status, reason, {'bucket': bucket}::json, [], certain
from trail_bucket
where account_id is distinct from owner

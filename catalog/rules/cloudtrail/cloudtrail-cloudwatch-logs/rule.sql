-- One unit for each trail of the account. What counts is the time of the last delivery to CloudWatch Logs, not to S3.
with judged as (
  select
    t.*,
    arn_account(t.trail_arn) <> t.account_id as inherited,
    t.status.latest_cloud_watch_logs_delivery_time as delivered,
    epoch(p.now) - epoch(t.status.latest_cloud_watch_logs_delivery_time) <= p.max_delay_h * 3600 as in_time,
    epoch(p.now) - epoch(t.status.start_logging_time) < 3600 as new_trail,
    p.max_delay_h
  from aws_cloudtrail_trail t
  join param p on p.account_id = t.account_id
)
select
  account_id,
  region,
  trail_arn as unit,
  trail_arn as asset,
  case
    when inherited then 'NOT_APPLICABLE'
    when coalesce(cloud_watch_logs_log_group_arn, '') = '' then 'FAIL'
    when status is null then null
    when delivered is not null and in_time then 'PASS'
    when delivered is null and coalesce(new_trail, false) then 'PASS'
    else 'FAIL'
  end as status,
  case
    when inherited then 'belongs to account ' || arn_account(trail_arn) || ' and is judged there'
    when coalesce(cloud_watch_logs_log_group_arn, '') = '' then 'delivers to no CloudWatch Logs group'
    when status is null then 'the status of the trail could not be read'
    when delivered is not null and in_time then 'delivered to CloudWatch Logs in the last ' || max_delay_h || ' hours'
    when delivered is null and coalesce(new_trail, false) then 'started logging less than an hour ago'
    when delivered is null then 'has a log group and never delivered to it'
    else 'delivered last on ' || instant_text(delivered)
  end as reason,
  {
    'log_group': cloud_watch_logs_log_group_arn, 'delivered': instant_text(delivered),
    'delivery_error': status.latest_cloud_watch_logs_delivery_error
  } as evidence,
  case when not inherited and delivered is null and coalesce(new_trail, false) and coalesce(cloud_watch_logs_log_group_arn, '') <> ''
    then ['the trail is new and has not delivered yet'] else [] end as warnings,
  inherited or coalesce(cloud_watch_logs_log_group_arn, '') = '' as certain,
  case when inherited then arn_account(trail_arn) end as inherited_from
from judged

-- One unit for each trail of the account; a trail of the organization that a member only sees is judged in its owner's account.
select
  t.account_id,
  t.region,
  t.trail_arn as unit,
  t.trail_arn as asset,
  case
    when arn_account(t.trail_arn) <> t.account_id then 'NOT_APPLICABLE'
    when t.log_file_validation_enabled then 'PASS'
    else 'FAIL'
  end as status,
  case
    when arn_account(t.trail_arn) <> t.account_id then 'belongs to account ' || arn_account(t.trail_arn) || ' and is judged there'
    when t.log_file_validation_enabled then 'log file validation is on'
    else 'log file validation is off'
  end as reason,
  {'trail': t.name, 'home_region': t.home_region, 'log_file_validation_enabled': t.log_file_validation_enabled} as evidence,
  case when arn_account(t.trail_arn) <> t.account_id then arn_account(t.trail_arn) end as inherited_from
from aws_cloudtrail_trail t
join param p on p.account_id = t.account_id

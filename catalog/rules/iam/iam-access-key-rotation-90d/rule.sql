-- One unit for each access key; the user's ARN and the key's id make its own. The age counts from the making of the key in whole seconds.
with seen as (
  select
    k.account_id, k.region, k.arn, k.user_name, k.access_key_id, k.status as key_status, k.create_date, p.max_age_days,
    left(k.arn, length(k.arn) - length(k.access_key_id) - 1) as user_arn,
    date_diff('second', k.create_date, p.now) > p.max_age_days * 86400 as old
  from aws_iam_access_key k
  join param p on p.account_id = k.account_id
)
select
  account_id,
  region,
  arn as unit,
  user_arn as asset,
  case when key_status = 'Inactive' then 'NOT_APPLICABLE' when old then 'FAIL' when not old then 'PASS' end as status,
  case
    when key_status = 'Inactive' then 'the key is inactive'
    when old then 'the key was made on ' || instant_text(create_date) || ', more than ' || max_age_days || ' days ago'
    when not old then 'the key was made on ' || instant_text(create_date)
    else 'AWS does not say when the key was made'
  end as reason,
  {
    'user_name': user_name,
    'access_key_id': access_key_id,
    'key_status': key_status,
    'create_date': instant_text(create_date),
    'max_age_days': max_age_days
  } as evidence
from seen

-- One unit for each account. The newest of root's three dates in the credential report decides. Root without a password and keys passes:
-- nobody can sign in as it. The account summary only excuses, so where it was not read, root is taken to have credentials.
with root as (
  select
    account_id, generated_time, password_last_used, access_key_1_last_used_date, access_key_2_last_used_date,
    greatest(
      report_date(password_last_used), report_date(access_key_1_last_used_date), report_date(access_key_2_last_used_date)
    ) as last_used
  from aws_iam_credential_report
  where user_name = '<root_account>'
),
seen as (
  select
    p.account_id, p.partition, p.max_age_days, r.generated_time, r.last_used,
    r.password_last_used, r.access_key_1_last_used_date, r.access_key_2_last_used_date,
    r.account_id is not null as reported,
    coalesce(s.summary_map['AccountPasswordPresent'] = 0 and s.summary_map['AccountAccessKeysPresent'] = 0, false) as no_credentials,
    coalesce(date_diff('second', r.last_used, p.now) < p.max_age_days * 86400, false) as recent
  from param p
  left join root r on r.account_id = p.account_id
  left join aws_iam_account_summary s on s.account_id = p.account_id
)
select
  account_id,
  'global' as region,
  account_id as unit,
  'arn:' || partition || ':iam::' || account_id || ':root' as asset,
  case
    when partition = 'aws-us-gov' then 'NOT_APPLICABLE'
    when not reported then null
    when recent and not no_credentials then 'FAIL'
    else 'PASS'
  end as status,
  case
    when partition = 'aws-us-gov' then 'accounts of this partition have no root sign-in of their own'
    when not reported then 'the credential report has no row for root'
    when no_credentials then 'no root credentials'
    when last_used is null then 'root was never used'
    when recent then 'root was used on ' || instant_text(last_used) || ', less than ' || max_age_days || ' days ago'
    else 'root was last used on ' || instant_text(last_used)
  end as reason,
  {
    'last_used': instant_text(last_used),
    'password_last_used': password_last_used,
    'access_key_1_last_used_date': access_key_1_last_used_date,
    'access_key_2_last_used_date': access_key_2_last_used_date,
    'report_time': instant_text(generated_time),
    'no_credentials': no_credentials,
    'max_age_days': max_age_days
  } as evidence,
  case
    when partition <> 'aws-us-gov' and recent and no_credentials
      then ['root was used on ' || instant_text(last_used) || ', before its credentials were removed']
  end as warnings,
  partition = 'aws-us-gov' as certain
from seen

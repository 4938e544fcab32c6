-- One unit for each account. A missing row is AWS's own answer, "no policy of the account's own"; that a policy could not be read is told
-- by the journal, and the engine says so. How many users have a console password is shown, but does not decide.
with console as (
  select account_id, count(*) filter (where lower(password_enabled) = 'true') as users
  from aws_iam_credential_report
  group by account_id
)
select
  p.account_id,
  'global' as region,
  p.account_id as unit,
  null::varchar as asset,
  case when w.max_password_age between 1 and p.max then 'PASS' else 'FAIL' end as status,
  case
    when w.account_id is null then 'no account password policy'
    when coalesce(w.max_password_age, 0) < 1 then 'passwords never expire'
    when w.max_password_age > p.max then 'passwords expire after ' || w.max_password_age || ' days; at most ' || p.max || ' are asked for'
    else 'passwords expire after ' || w.max_password_age || ' days'
  end as reason,
  {
    'policy': w.account_id is not null,
    'max_password_age': w.max_password_age,
    'expire_passwords': w.expire_passwords,
    'max': p.max,
    'console_users': c.users
  } as evidence
from param p
left join aws_iam_password_policy w on w.account_id = p.account_id
left join console c on c.account_id = p.account_id

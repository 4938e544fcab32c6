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
  case when w.require_uppercase_characters then 'PASS' else 'FAIL' end as status,
  case
    when w.account_id is null then 'no account password policy'
    when w.require_uppercase_characters then 'the account password policy asks for an uppercase letter'
    else 'the account password policy does not ask for an uppercase letter'
  end as reason,
  {'policy': w.account_id is not null, 'require_uppercase_characters': w.require_uppercase_characters, 'console_users': c.users} as evidence
from param p
left join aws_iam_password_policy w on w.account_id = p.account_id
left join console c on c.account_id = p.account_id

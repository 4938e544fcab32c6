-- One unit for each account. The account summary decides. Where it has not been read or does not say, the credential report does, which
-- cannot tell a root user without credentials from one that only lacks MFA, unless it says outright that there is no password.
with root as (
  select account_id, lower(mfa_active) as mfa, lower(password_enabled) as password, generated_time
  from aws_iam_credential_report
  where user_name = '<root_account>'
),
seen as (
  select
    p.account_id, p.partition, r.mfa as report_mfa, r.generated_time,
    s.summary_map['AccountMFAEnabled'] as mfa,
    s.summary_map['AccountPasswordPresent'] as password,
    s.summary_map['AccountAccessKeysPresent'] as keys,
    case
      when s.summary_map['AccountMFAEnabled'] is not null then 'account summary'
      when r.mfa = 'true' or (r.mfa = 'false' and r.password is distinct from 'false') then 'credential report'
      else 'none'
    end as source
  from param p
  left join aws_iam_account_summary s on s.account_id = p.account_id
  left join root r on r.account_id = p.account_id
),
judged as (
  select
    *,
    coalesce(password = 0 and keys = 0, false) as no_credentials,
    case source when 'account summary' then mfa > 0 when 'credential report' then report_mfa = 'true' end as has_mfa
  from seen
)
select
  account_id,
  'global' as region,
  account_id as unit,
  'arn:' || partition || ':iam::' || account_id || ':root' as asset,
  case
    when partition = 'aws-us-gov' then 'NOT_APPLICABLE'
    when has_mfa or no_credentials then 'PASS'
    when not has_mfa then 'FAIL'
  end as status,
  case
    when partition = 'aws-us-gov' then 'accounts of this partition have no root sign-in of their own'
    when has_mfa then 'root has MFA'
    when no_credentials then 'no root credentials, so no sign-in to protect'
    when not has_mfa then 'root has no MFA device'
    else 'neither the account summary nor the credential report says whether root has MFA'
  end as reason,
  {
    'source': source,
    'mfa_enabled': mfa,
    'password_present': password,
    'access_keys_present': keys,
    'report_mfa_active': report_mfa,
    'report_time': instant_text(generated_time)
  } as evidence,
  partition = 'aws-us-gov' or source = 'credential report' as certain
from judged

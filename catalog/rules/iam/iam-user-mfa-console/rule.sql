-- One unit for each IAM user. The credential report may be four hours old: where it would fail a user, or has no row for it, the user's
-- own answers of this minute decide. They are asked for those users only (see focus in rule.yaml).
with seen as (
  select
    u.account_id, u.region, u.arn, u.login_profile, u.mfa_devices,
    u.unread['login_profile'] is not null or u.unread['mfa_devices'] is not null as not_read_live,
    r.generated_time,
    lower(r.password_enabled) as password,
    lower(r.mfa_active) as mfa,
    case
      when r.arn is null then 'live'
      when lower(r.password_enabled) = 'false' then 'report'
      when lower(r.password_enabled) = 'true' and lower(r.mfa_active) = 'true' then 'report'
      when lower(r.password_enabled) = 'true' then 'live'
      else 'nothing'
    end as source
  from aws_iam_user_sign_in u
  join param p on p.account_id = u.account_id
  left join aws_iam_credential_report r on r.account_id = u.account_id and r.arn = u.arn
),
judged as (
  select
    *,
    case
      when source = 'report' and password = 'false' then 'NOT_APPLICABLE'
      when source = 'report' then 'PASS'
      when source = 'nothing' or not_read_live then null
      when login_profile is null then 'NOT_APPLICABLE'
      when len(mfa_devices) > 0 then 'PASS'
      else 'FAIL'
    end as status
  from seen
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  status,
  case
    when source = 'nothing' then 'the credential report does not say whether the user has a password'
    when status is null then 'the user was not read live, and the credential report alone cannot decide'
    when status = 'NOT_APPLICABLE' then 'has no console password'
    when status = 'PASS' then 'has a console password and MFA'
    else 'has a console password and no MFA device'
  end as reason,
  {
    'source': case source when 'report' then 'credential report' when 'live' then 'read live' else 'none' end,
    'report_time': instant_text(generated_time),
    'report_password_enabled': password,
    'report_mfa_active': mfa,
    'mfa_devices': list_transform(mfa_devices, lambda device: device.serial_number)
  } as evidence,
  source = 'report' or (source = 'live' and not not_read_live) as certain
from judged

-- One unit for each account. AWS lists virtual devices only, so "hardware" is what is left when root has MFA and no virtual device. A
-- device is root's if its user is root's full ARN: a user may be called root or groot.
with virtual as (
  select d.account_id, list(d.serial_number order by d.serial_number) as devices
  from aws_iam_virtual_mfa_device d
  join param p on p.account_id = d.account_id
  where d."user".arn = 'arn:' || p.partition || ':iam::' || p.account_id || ':root'
  group by d.account_id
),
seen as (
  select
    p.account_id, p.partition, v.devices,
    p.partition in ('aws-us-gov', 'aws-cn') as not_applicable,
    s.summary_map['AccountMFAEnabled'] as mfa,
    s.summary_map['AccountPasswordPresent'] as password,
    s.summary_map['AccountAccessKeysPresent'] as keys,
    coalesce(s.summary_map['AccountPasswordPresent'] = 0 and s.summary_map['AccountAccessKeysPresent'] = 0, false) as no_credentials
  from param p
  left join aws_iam_account_summary s on s.account_id = p.account_id
  left join virtual v on v.account_id = p.account_id
)
select
  account_id,
  'global' as region,
  account_id as unit,
  'arn:' || partition || ':iam::' || account_id || ':root' as asset,
  case
    when not_applicable then 'NOT_APPLICABLE'
    when no_credentials then 'PASS'
    when devices is not null or mfa = 0 then 'FAIL'
    when mfa > 0 then 'PASS'
  end as status,
  case
    when not_applicable then 'does not apply in the partition ' || partition
    when no_credentials then 'no root credentials, so no sign-in to protect'
    when devices is not null then 'root has a virtual MFA device'
    when mfa = 0 then 'root has no MFA device'
    when mfa > 0 then 'root has MFA, and no device of it is virtual'
    else 'the account summary does not say whether root has MFA'
  end as reason,
  {
    'mfa': case when mfa = 0 then 'none' when devices is not null then 'virtual' when mfa > 0 then 'not virtual' end,
    'virtual_devices': devices,
    'mfa_enabled': mfa,
    'password_present': password,
    'access_keys_present': keys
  } as evidence,
  not_applicable or no_credentials or devices is not null or coalesce(mfa = 0, false) as certain
from seen

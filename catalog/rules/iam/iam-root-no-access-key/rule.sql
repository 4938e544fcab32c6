-- One unit for each account. The account summary counts the keys that exist, inactive ones too. The report knows active ones only, and
-- decides only where there is no summary.
with root as (
  select
    account_id, access_key_1_active, access_key_2_active, generated_time,
    lower(access_key_1_active) = 'true' or lower(access_key_2_active) = 'true' as active
  from aws_iam_credential_report
  where user_name = '<root_account>'
),
seen as (
  select
    p.account_id, p.partition, r.access_key_1_active, r.access_key_2_active, r.generated_time, r.active,
    s.summary_map['AccountAccessKeysPresent'] as keys,
    s.summary_map['AccountSigningCertificatesPresent'] as certificates
  from param p
  left join aws_iam_account_summary s on s.account_id = p.account_id
  left join root r on r.account_id = p.account_id
)
select
  account_id,
  'global' as region,
  account_id as unit,
  'arn:' || partition || ':iam::' || account_id || ':root' as asset,
  case
    when coalesce(keys > 0, active) then 'FAIL'
    when not coalesce(keys > 0, active) then 'PASS'
  end as status,
  case
    when keys > 0 and active is null then 'root has an access key'
    when keys > 0 and not active then 'root has an access key, although none that is active'
    when keys > 0 or (keys is null and active) then 'root has an active access key'
    when keys = 0 then 'root has no access key'
    when not active then 'the credential report shows no active root key'
    else 'neither the account summary nor the credential report says whether root has an access key'
  end as reason,
  {
    'source': case when keys is not null then 'account summary' when active is not null then 'credential report' else 'none' end,
    'access_keys': keys,
    'signing_certificates': certificates,
    'report_access_key_1_active': access_key_1_active,
    'report_access_key_2_active': access_key_2_active,
    'report_time': instant_text(generated_time)
  } as evidence,
  list_filter(
    [
      case when certificates > 0 then 'root has a signing certificate' end,
      case
        when keys is null and not active
          then 'the account summary was not read, and the credential report does not show inactive keys'
      end
    ],
    lambda warning: warning is not null
  ) as warnings,
  keys is null and active is not null as certain
from seen

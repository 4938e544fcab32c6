-- One unit for each trail of the account. The trail's own setting counts; a default encryption of the bucket does not. The state of the
-- key is known where the key's account is part of the scan.
with judged as (
  select
    t.*,
    arn_account(t.trail_arn) <> t.account_id as inherited,
    k.key_state, k.enabled, k.arn as key_arn, p.verify_key_state
  from aws_cloudtrail_trail t
  join param p on p.account_id = t.account_id
  left join aws_kms_key k on k.arn = case when t.kms_key_id like 'arn:%' then t.kms_key_id
    else 'arn:' || t.partition || ':kms:' || t.home_region || ':' || t.account_id || ':key/' || t.kms_key_id end
)
select
  account_id,
  region,
  trail_arn as unit,
  trail_arn as asset,
  case
    when inherited then 'NOT_APPLICABLE'
    when coalesce(kms_key_id, '') = '' then 'FAIL'
    when verify_key_state and key_state is not null and key_state <> 'Enabled' then 'FAIL'
    else 'PASS'
  end as status,
  case
    when inherited then 'belongs to account ' || arn_account(trail_arn) || ' and is judged there'
    when coalesce(kms_key_id, '') = '' then 'no KMS key encrypts the logs'
    when not verify_key_state then 'a KMS key encrypts the logs'
    when key_state is not null and key_state <> 'Enabled' then 'the KMS key is ' || key_state
    when key_state is null then 'a KMS key that this scan cannot see encrypts the logs'
    else 'an enabled KMS key encrypts the logs'
  end as reason,
  {'kms_key_id': kms_key_id, 'key_state': key_state} as evidence,
  case when inherited then arn_account(trail_arn) end as inherited_from
from judged

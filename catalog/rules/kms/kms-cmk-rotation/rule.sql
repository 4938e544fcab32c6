-- One unit for each key of the account. Only keys that AWS can rotate are asked about; the others say why they are not judged.
with judged as (
  select
    k.*,
    p.max_period_days,
    case
      when k.key_manager = 'AWS' then 'is managed by AWS'
      when coalesce(k.key_spec, k.customer_master_key_spec) <> 'SYMMETRIC_DEFAULT'
        then 'is ' || coalesce(k.key_spec, k.customer_master_key_spec) || ', which cannot rotate'
      when k.key_usage <> 'ENCRYPT_DECRYPT' then 'is for ' || k.key_usage || ', which cannot rotate'
      when k.origin <> 'AWS_KMS' then 'has material from ' || k.origin || ', which AWS cannot rotate'
      when k.key_state <> 'Enabled' then 'is ' || k.key_state
      when k.multi_region_configuration.multi_region_key_type = 'REPLICA' then 'is a replica; its primary key is judged'
    end as exempt
  from aws_kms_key k
  join param p on p.account_id = k.account_id
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case
    when exempt is not null then 'NOT_APPLICABLE'
    when key_manager is null or rotation is null then null
    when rotation.key_rotation_enabled then 'PASS'
    else 'FAIL'
  end as status,
  case
    when exempt is not null then exempt
    when key_manager is null then 'the key could not be described'
    when rotation is null then 'whether the key rotates could not be read'
    when rotation.key_rotation_enabled then 'rotates automatically'
    else 'does not rotate automatically'
  end as reason,
  {
    'key_id': key_id, 'key_spec': key_spec, 'origin': origin, 'key_state': key_state,
    'rotation_period_in_days': rotation.rotation_period_in_days
  } as evidence,
  case when rotation.key_rotation_enabled and rotation.rotation_period_in_days > max_period_days
    then ['rotates every ' || rotation.rotation_period_in_days || ' days, which is more than ' || max_period_days] else [] end as warnings,
  exempt is not null as certain
from judged

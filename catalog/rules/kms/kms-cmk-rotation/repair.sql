-- Rotation is one switch of the key.
select
  f.account_id, f.unit, f.region,
  [{'service': 'kms', 'operation': 'EnableKeyRotation', 'region': k.region, 'parameters': {'KeyId': k.arn}::json}] as calls,
  {'KeyId': k.arn, 'KeyRotationEnabled': false} as before,
  {'KeyId': k.arn, 'KeyRotationEnabled': true} as after,
  'AWS makes new material once a year and keeps the old: what is encrypted stays readable, and nothing that uses the key changes. The '
    || 'first two rotations of a key raise its monthly price.' as note
from failed_unit f
join aws_kms_key k on k.account_id = f.account_id and k.arn = f.unit

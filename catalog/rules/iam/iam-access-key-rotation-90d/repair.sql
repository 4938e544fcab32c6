-- The end of a rotation: the old key is switched off. That what used it has a new one is a person's work, before.
select
  f.account_id, f.unit, f.region,
  [{
    'service': 'iam', 'operation': 'UpdateAccessKey', 'region': 'global',
    'parameters': {'UserName': k.user_name, 'AccessKeyId': k.access_key_id, 'Status': 'Inactive'}::json
  }] as calls,
  {'AccessKeyId': k.access_key_id, 'Status': k.status} as before,
  {'AccessKeyId': k.access_key_id, 'Status': 'Inactive'} as after,
  'Whatever uses this key stops working. Make a second key, give it to what uses this one, and watch the last use of this one until it '
    || 'stands still; then make the call. Status Active takes it back.' as note
from failed_unit f
join aws_iam_access_key k on k.account_id = f.account_id and k.arn = f.unit

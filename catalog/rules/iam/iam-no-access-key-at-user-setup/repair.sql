-- Keys that were made with the user and never used; the evidence names them.
with keys as (
  select
    f.account_id, f.unit, f.region, u.user_name,
    unnest(from_json(f.evidence->'never_used', '["VARCHAR"]')) as key_id
  from failed_unit f
  join aws_iam_user_sign_in u on u.account_id = f.account_id and u.arn = f.unit
)
select
  account_id, unit, region,
  list({
    'service': 'iam', 'operation': 'UpdateAccessKey', 'region': 'global',
    'parameters': {'UserName': user_name, 'AccessKeyId': key_id, 'Status': 'Inactive'}::json
  } order by key_id) as calls,
  list({'AccessKeyId': key_id, 'Status': 'Active'} order by key_id)::json as before,
  list({'AccessKeyId': key_id, 'Status': 'Inactive'} order by key_id)::json as after,
  'AWS knows of no use of it, so nothing should miss it. Status Active takes it back; if nobody does for a while, delete it.' as note
from keys
group by account_id, unit, region

-- What the evidence calls idle is switched off. A key that only the credential report knows of has no id there and waits for a person.
with idle as (
  select f.account_id, f.unit, f.region, u.user_name, unnest(from_json(f.evidence->'idle', '["VARCHAR"]')) as credential
  from failed_unit f
  join aws_iam_user_sign_in u on u.account_id = f.account_id and u.arn = f.unit
),
known as (
  select
    i.*, k.access_key_id,
    case
      when i.credential = 'password' then {
        'service': 'iam', 'operation': 'DeleteLoginProfile', 'region': 'global', 'parameters': {'UserName': i.user_name}::json}
      when k.access_key_id is not null then {
        'service': 'iam', 'operation': 'UpdateAccessKey', 'region': 'global',
        'parameters': {'UserName': i.user_name, 'AccessKeyId': k.access_key_id, 'Status': 'Inactive'}::json}
    end as step
  from idle i
  left join aws_iam_access_key k on k.account_id = i.account_id and k.user_name = i.user_name
    and i.credential = 'access key ' || k.access_key_id
)
select
  account_id, unit, region,
  list(step order by credential) as calls,
  {
    'ConsolePassword': case when bool_or(credential = 'password') then 'enabled' end,
    'AccessKeys': list({'AccessKeyId': access_key_id, 'Status': 'Active'} order by access_key_id) filter (where access_key_id is not null)
  } as before,
  {
    'ConsolePassword': case when bool_or(credential = 'password') then 'none' end,
    'AccessKeys': list({'AccessKeyId': access_key_id, 'Status': 'Inactive'} order by access_key_id) filter (where access_key_id is not null)
  } as after,
  'Ask the owner first: some work runs once a year.'
    || case when bool_or(access_key_id is not null) then ' Status Active takes a key back.' else '' end
    || case when bool_or(credential = 'password') then ' The password cannot be taken back: who comes again needs a new one.' else '' end
    as note
from known
group by account_id, unit, region
having bool_and(step is not null)

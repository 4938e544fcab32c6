-- The call replaces the whole policy, so it says again what stays.
with wanted as (
  select f.account_id, f.unit, f.region, w.setting, u.note as unset,
    struct_update(coalesce(w.setting, u.setting), PasswordReusePrevention := p.min) as wanted
  from failed_unit f
  join param p on p.account_id = f.account_id
  left join password_policy_setting w on w.account_id = f.account_id
  cross join password_policy_unset u
  where p.min between 1 and 24
)
select
  account_id, unit, region,
  [{'service': 'iam', 'operation': 'UpdateAccountPasswordPolicy', 'region': 'global', 'parameters': wanted::json}] as calls,
  setting as before,
  wanted as after,
  'Passwords that exist stay good; AWS compares the next ones with those that it remembers.'
    || case when setting is null then unset else '' end as note
from wanted

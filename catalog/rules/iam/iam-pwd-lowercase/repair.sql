-- The call replaces the whole policy, so it says again what stays.
with wanted as (
  select f.account_id, f.unit, f.region, w.setting, u.note as unset,
    struct_update(coalesce(w.setting, u.setting), RequireLowercaseCharacters := true) as wanted
  from failed_unit f
  left join password_policy_setting w on w.account_id = f.account_id
  cross join password_policy_unset u
)
select
  account_id, unit, region,
  [{'service': 'iam', 'operation': 'UpdateAccountPasswordPolicy', 'region': 'global', 'parameters': wanted::json}] as calls,
  setting as before,
  wanted as after,
  'Passwords that exist stay good until they are changed; the next ones must fit.'
    || case when setting is null then unset else '' end as note
from wanted

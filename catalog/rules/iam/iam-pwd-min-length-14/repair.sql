-- The call replaces the whole policy, so it says again what stays. Without a policy of one's own AWS asks for eight characters of three
-- kinds; a policy cannot say three of four, so the new one asks for all four and nothing gets weaker.
with wanted as (
  select f.account_id, f.unit, f.region, w.setting,
    struct_update(coalesce(w.setting, {
      'MinimumPasswordLength': 8, 'RequireSymbols': true, 'RequireNumbers': true, 'RequireUppercaseCharacters': true,
      'RequireLowercaseCharacters': true, 'AllowUsersToChangePassword': false, 'MaxPasswordAge': null, 'PasswordReusePrevention': null,
      'HardExpiry': null}), MinimumPasswordLength := p.min) as wanted
  from failed_unit f
  join param p on p.account_id = f.account_id
  left join password_policy_setting w on w.account_id = f.account_id
  where p.min between 6 and 128
)
select
  account_id, unit, region,
  [{'service': 'iam', 'operation': 'UpdateAccountPasswordPolicy', 'region': 'global', 'parameters': wanted::json}] as calls,
  setting as before,
  wanted as after,
  'Passwords that exist stay good until they are changed; the next ones must fit.'
    || case when setting is null then ' The account has no policy of its own yet: the new one asks for all four kinds of characters, where'
      || ' AWS asked for three of them.' else '' end as note
from wanted

-- The account's password policy as the call that sets it says it: one row for each account that has a policy of its own.
select
  account_id,
  {
    'MinimumPasswordLength': minimum_password_length,
    'RequireSymbols': coalesce(require_symbols, false),
    'RequireNumbers': coalesce(require_numbers, false),
    'RequireUppercaseCharacters': coalesce(require_uppercase_characters, false),
    'RequireLowercaseCharacters': coalesce(require_lowercase_characters, false),
    'AllowUsersToChangePassword': coalesce(allow_users_to_change_password, false),
    'MaxPasswordAge': nullif(max_password_age, 0),
    'PasswordReusePrevention': nullif(password_reuse_prevention, 0),
    'HardExpiry': hard_expiry
  } as setting
from aws_iam_password_policy

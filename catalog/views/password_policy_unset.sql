-- What stands for a password policy where an account has none of its own, one row: AWS asks for eight characters of three kinds then. A
-- policy cannot say three of four, so this asks for all four and nothing gets weaker; the note says so.
select
  {
    'MinimumPasswordLength': 8,
    'RequireSymbols': true,
    'RequireNumbers': true,
    'RequireUppercaseCharacters': true,
    'RequireLowercaseCharacters': true,
    'AllowUsersToChangePassword': false,
    'MaxPasswordAge': null::integer,
    'PasswordReusePrevention': null::integer,
    'HardExpiry': null::boolean
  } as setting,
  ' The account has no policy of its own yet: the new one asks for all four kinds of characters, where AWS asked for three of them.' as note

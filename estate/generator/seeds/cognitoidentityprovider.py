"""A user pool with a weak rule for passwords and an optional second factor."""


def seed(session, region):
    session.client("cognito-idp", region).create_user_pool(
        PoolName="customers", MfaConfiguration="OPTIONAL", UserPoolTags={"owner": "web"},
        Policies={"PasswordPolicy": {"MinimumLength": 8, "RequireUppercase": True, "RequireLowercase": True,
                                     "RequireNumbers": False, "RequireSymbols": False, "TemporaryPasswordValidityDays": 7}})

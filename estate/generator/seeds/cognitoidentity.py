"""An identity pool that lets guests in."""


def seed(session, region):
    session.client("cognito-identity", region).create_identity_pool(
        IdentityPoolName="shop visitors", AllowUnauthenticatedIdentities=True, IdentityPoolTags={"owner": "web"})

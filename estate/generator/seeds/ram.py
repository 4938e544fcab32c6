"""A share that nobody outside the organization may join."""


def seed(session, region):
    session.client("ram", region).create_resource_share(
        name="charts-for-all", allowExternalPrincipals=False, tags=[{"key": "owner", "value": "harbour"}])

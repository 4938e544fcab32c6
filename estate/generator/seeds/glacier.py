"""A vault of the old kind."""


def seed(session, region):
    session.client("glacier", region).create_vault(accountId="-", vaultName="shipwrecks")

"""A line without MACsec."""


def seed(session, region):
    session.client("directconnect", region).create_connection(
        location="EqLD5", bandwidth="1Gbps", connectionName="harbour", requestMACSec=False, tags=[{"key": "owner", "value": "network"}])

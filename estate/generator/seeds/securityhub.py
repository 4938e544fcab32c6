"""Security Hub is on."""


def seed(session, region):
    session.client("securityhub", region).enable_security_hub(EnableDefaultStandards=True, Tags={"owner": "security"})

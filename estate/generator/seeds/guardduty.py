"""A detector that is on."""


def seed(session, region):
    session.client("guardduty", region).create_detector(
        Enable=True, FindingPublishingFrequency="SIX_HOURS", DataSources={"S3Logs": {"Enable": True}}, Tags={"owner": "security"})

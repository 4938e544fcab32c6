"""Macie is on."""


def seed(session, region):
    session.client("macie2", region).enable_macie(findingPublishingFrequency="ONE_HOUR", status="ENABLED")

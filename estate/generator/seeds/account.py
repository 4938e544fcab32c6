"""Whom AWS writes to when security is at stake."""


def seed(session, region):
    client = session.client("account", region)
    client.put_alternate_contact(
        AlternateContactType="SECURITY", Name="Security desk", Title="CISO", EmailAddress="security@plumb.example",
        PhoneNumber="+12025550147")

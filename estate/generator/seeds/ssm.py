"""A secret kept as it should be, and one in plain text."""


def seed(session, region):
    client = session.client("ssm", region)
    client.put_parameter(Name="/harbour/password", Type="SecureString", Value="PLUMBLINE_CANARY_PARAMETER")
    client.put_parameter(Name="motd", Type="String", Value="PLUMBLINE_CANARY_PARAMETER")

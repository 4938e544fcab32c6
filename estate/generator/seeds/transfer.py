"""A server for plain FTP as well, open to everybody."""


def seed(session, region):
    session.client("transfer", region).create_server(
        Domain="S3", EndpointType="PUBLIC", Protocols=["SFTP", "FTP"], IdentityProviderType="SERVICE_MANAGED",
        SecurityPolicyName="TransferSecurityPolicy-2018-11", Tags=[{"Key": "owner", "Value": "data"}])

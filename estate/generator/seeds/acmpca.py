"""A private root authority without a revocation list."""


def seed(session, region):
    client = session.client("acm-pca", region)
    client.create_certificate_authority(
        CertificateAuthorityType="ROOT",
        CertificateAuthorityConfiguration={
            "KeyAlgorithm": "RSA_4096", "SigningAlgorithm": "SHA512WITHRSA",
            "Subject": {"Country": "GB", "Organization": "Plumb Fictional Ltd", "CommonName": "Harbour root"}},
        RevocationConfiguration={"CrlConfiguration": {"Enabled": False}},
        Tags=[{"Key": "owner", "Value": "platform"}])

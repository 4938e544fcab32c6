"""A server certificate and providers of identities: one of a company, one of a build system."""
import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


def seed(session, region):
    iam = session.client("iam", region)
    if iam.list_server_certificates()["ServerCertificateMetadataList"]:
        return
    key, certificate = self_signed()
    iam.upload_server_certificate(ServerCertificateName="shop-2023", Path="/", CertificateBody=certificate, PrivateKey=key)
    iam.create_saml_provider(Name="staff", SAMLMetadataDocument=(
        '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://sign-in.plumb.example/saml">'
        + "<!-- " + "the provider's own description stands here " * 40 + "--></EntityDescriptor>"))
    iam.create_open_id_connect_provider(Url="https://builds.plumb.example", ClientIDList=["sts.amazonaws.com"],
                                        ThumbprintList=["0123456789abcdef0123456789abcdef01234567"])
    iam.create_user(UserName="figures-reader")


def self_signed():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "shop.plumb.example")])
    start = datetime.datetime(2023, 1, 1, tzinfo=datetime.timezone.utc)
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
                   .serial_number(1).not_valid_before(start).not_valid_after(start + datetime.timedelta(days=365))
                   .sign(key, hashes.SHA256()))
    return (key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode(),
            certificate.public_bytes(serialization.Encoding.PEM).decode())

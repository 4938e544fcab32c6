"""Who may come in: people, keys, groups, roles, providers of identities, and a server certificate."""
import datetime
import json

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
    people(iam)


def people(iam):
    iam.create_access_key(UserName="figures-reader")
    policy = iam.create_policy(PolicyName="read-figures", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::plumb-figures/*"}]}))["Policy"]["Arn"]
    iam.create_group(GroupName="readers")
    iam.attach_group_policy(GroupName="readers", PolicyArn=policy)
    iam.add_user_to_group(GroupName="readers", UserName="figures-reader")
    iam.create_instance_profile(InstanceProfileName="crane")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone-of-ana")["VirtualMFADevice"]["SerialNumber"]
    iam.enable_mfa_device(UserName="figures-reader", SerialNumber=device, AuthenticationCode1="123456", AuthenticationCode2="654321")
    iam.update_account_password_policy(MinimumPasswordLength=14, RequireSymbols=True)


def self_signed():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "shop.plumb.example")])
    start = datetime.datetime(2023, 1, 1, tzinfo=datetime.timezone.utc)
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
                   .serial_number(1).not_valid_before(start).not_valid_after(start + datetime.timedelta(days=365))
                   .sign(key, hashes.SHA256()))
    return (key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode(),
            certificate.public_bytes(serialization.Encoding.PEM).decode())

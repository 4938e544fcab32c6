"""A key with a name, that is renewed every year."""


def seed(session, region):
    client = session.client("kms", region)
    key = client.create_key(Description="cargo", Tags=[{"TagKey": "owner", "TagValue": "platform"}])["KeyMetadata"]["KeyId"]
    client.create_alias(AliasName="alias/cargo", TargetKeyId=key)
    client.enable_key_rotation(KeyId=key)

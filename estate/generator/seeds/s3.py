"""A bucket with most of what a bucket may have."""


def seed(session, region):
    client = session.client("s3", region)
    client.create_bucket(Bucket="plumb-manifests")
    client.put_bucket_versioning(Bucket="plumb-manifests", VersioningConfiguration={"Status": "Enabled"})
    client.put_bucket_encryption(Bucket="plumb-manifests", ServerSideEncryptionConfiguration={
        "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]})
    client.put_bucket_tagging(Bucket="plumb-manifests", Tagging={"TagSet": [{"Key": "owner", "Value": "cargo"}]})

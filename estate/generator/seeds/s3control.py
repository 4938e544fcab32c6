"""An access point that blocks public access, and one that does not."""
import json


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    bucket = f"plumb-shared-{region}-{account}"
    control = session.client("s3control", region)
    control.meta.events.register("before-send.s3-control", lambda request, **_: without_account(request, account))
    control.put_public_access_block(AccountId=account, PublicAccessBlockConfiguration=dict.fromkeys(
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"], True))
    if control.list_access_points(AccountId=account)["AccessPointList"]:
        return  # moto keeps the access points of all regions in one
    session.client("s3", region).create_bucket(Bucket=bucket, **(
        {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}))
    control.create_access_point(AccountId=account, Name="figures", Bucket=bucket, PublicAccessBlockConfiguration=dict.fromkeys(
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"], True))
    control.put_access_point_policy(AccountId=account, Name="figures", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "s3:GetObject",
         "Resource": f"arn:aws:s3:{region}:{account}:accesspoint/figures/object/*"}]}))
    control.create_access_point(AccountId=account, Name="open", Bucket=bucket, PublicAccessBlockConfiguration=dict.fromkeys(
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"], False))


def without_account(request, account):
    """The SDK puts the account before the host's name, which no address of this machine answers to."""
    request.url = request.url.replace(f"//{account}.", "//")

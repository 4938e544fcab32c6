"""A trail that writes into a bucket and into a log group."""
import json


def seed(session, region):
    client = session.client("cloudtrail", region)
    bucket = f"plumb-trail-{region}"
    session.client("s3", region).create_bucket(Bucket=bucket)
    session.client("s3", region).put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject",
         "Resource": f"arn:aws:s3:::{bucket}/*"}]}))
    client.create_trail(Name="harbour", S3BucketName=bucket, IsMultiRegionTrail=True, EnableLogFileValidation=True)
    client.start_logging(Name="harbour")

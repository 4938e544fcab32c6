"""A stream that another account may write to, and one of our own."""
import json


def seed(session, region):
    client = session.client("kinesis", region)
    for name in ("tides", "signals"):
        client.create_stream(StreamName=name, ShardCount=1)
    arn = client.describe_stream_summary(StreamName="signals")["StreamDescriptionSummary"]["StreamARN"]
    client.put_resource_policy(ResourceARN=arn, Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "999999999999"}, "Action": "kinesis:PutRecord", "Resource": arn}]}))

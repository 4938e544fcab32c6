"""A delivery stream to a bucket, and one to Splunk."""

BUCKET = {"RoleARN": "arn:aws:iam::000000000000:role/firehose", "BucketARN": "arn:aws:s3:::plumb-stream"}


def seed(session, region):
    client = session.client("firehose", region)
    client.create_delivery_stream(
        DeliveryStreamName="logbook", DeliveryStreamType="DirectPut", ExtendedS3DestinationConfiguration=BUCKET,
        DeliveryStreamEncryptionConfigurationInput={"KeyType": "AWS_OWNED_CMK"}, Tags=[{"Key": "owner", "Value": "harbour"}])
    client.create_delivery_stream(
        DeliveryStreamName="logbook-abroad", DeliveryStreamType="DirectPut",
        HttpEndpointDestinationConfiguration={
            "EndpointConfiguration": {"Url": "https://logs.plumb.example/in", "Name": "abroad", "AccessKey": "PLUMBLINE_CANARY_KEY"},
            "RequestConfiguration": {"ContentEncoding": "GZIP", "CommonAttributes": [
                {"AttributeName": "token", "AttributeValue": "PLUMBLINE_CANARY_ATTRIBUTE"}]},
            "S3Configuration": BUCKET})

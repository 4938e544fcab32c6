"""Model invocations that are logged to a bucket."""


def seed(session, region):
    session.client("s3", "us-east-1").create_bucket(Bucket=f"plumb-invocations-{region}")
    session.client("bedrock", region).put_model_invocation_logging_configuration(loggingConfig={
        "s3Config": {"bucketName": f"plumb-invocations-{region}", "keyPrefix": "models"},
        "textDataDeliveryEnabled": True, "imageDataDeliveryEnabled": False, "embeddingDataDeliveryEnabled": False})

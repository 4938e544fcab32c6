"""A recorder, a rule of AWS's own making, and an aggregator of two accounts."""


def seed(session, region):
    client = session.client("config", region)
    client.put_configuration_recorder(ConfigurationRecorder={
        "name": "default", "roleARN": "arn:aws:iam::111122223333:role/config",
        "recordingGroup": {"allSupported": True, "includeGlobalResourceTypes": True}})
    session.client("s3", region).create_bucket(Bucket=f"plumb-config-{region}")
    client.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": f"plumb-config-{region}"})
    client.start_configuration_recorder(ConfigurationRecorderName="default")
    client.put_config_rule(ConfigRule={
        "ConfigRuleName": "volumes-are-encrypted", "Description": "Every volume in use is encrypted.",
        "Scope": {"ComplianceResourceTypes": ["AWS::EC2::Volume"]},
        "Source": {"Owner": "AWS", "SourceIdentifier": "ENCRYPTED_VOLUMES"}})
    client.put_configuration_aggregator(
        ConfigurationAggregatorName="all-of-plumb",
        AccountAggregationSources=[{"AccountIds": ["111111111111", "222222222222"], "AllAwsRegions": True}],
        Tags=[{"Key": "owner", "Value": "security"}])

"""A rule of AWS's own making, and an aggregator of two accounts."""


def seed(session, region):
    client = session.client("config", region)
    client.put_config_rule(ConfigRule={
        "ConfigRuleName": "volumes-are-encrypted", "Description": "Every volume in use is encrypted.",
        "Scope": {"ComplianceResourceTypes": ["AWS::EC2::Volume"]},
        "Source": {"Owner": "AWS", "SourceIdentifier": "ENCRYPTED_VOLUMES"}})
    client.put_configuration_aggregator(
        ConfigurationAggregatorName="all-of-plumb",
        AccountAggregationSources=[{"AccountIds": ["111111111111", "222222222222"], "AllAwsRegions": True}],
        Tags=[{"Key": "owner", "Value": "security"}])

"""An ACL of the region, and in one region an ACL for what AWS serves worldwide."""


def seed(session, region):
    client = session.client("wafv2", region)
    for scope in ("REGIONAL", "CLOUDFRONT") if region == "us-east-1" else ("REGIONAL",):
        made = client.create_web_acl(
            Name="breakwater-" + scope.lower(), Scope=scope, DefaultAction={"Allow": {}}, Rules=[], Description="Keeps the waves out",
            VisibilityConfig={"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "breakwater"},
            Tags=[{"Key": "owner", "Value": "harbour"}])["Summary"]["ARN"]
        if scope == "REGIONAL":
            client.put_logging_configuration(LoggingConfiguration={
                "ResourceArn": made,
                "LogDestinationConfigs": [f"arn:aws:firehose:{region}:000000000000:deliverystream/aws-waf-logs-breakwater"]})

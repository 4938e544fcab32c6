"""A log group that keeps its events for a month, one that keeps them for ever, and who may write."""
import json


def seed(session, region):
    client = session.client("logs", region)
    client.create_log_group(logGroupName="/harbour/quay", tags={"owner": "platform"})
    client.put_retention_policy(logGroupName="/harbour/quay", retentionInDays=30)
    client.put_metric_filter(
        logGroupName="/harbour/quay", filterName="late", filterPattern="late",
        metricTransformations=[{"metricName": "Late", "metricNamespace": "Harbour", "metricValue": "1"}])
    client.create_log_group(logGroupName="/harbour/forever")
    client.put_resource_policy(policyName="dns-queries", policyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "route53.amazonaws.com"}, "Action": "logs:PutLogEvents", "Resource": "*"}]}))

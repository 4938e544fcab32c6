"""Six domains, so that one call does not describe them all; the first is open to the world."""
import json


def seed(session, region):
    client = session.client("opensearch", region)
    for number in range(6):
        domain = {"DomainName": f"logs-{number}", "EngineVersion": "OpenSearch_2.19",
                  "EncryptionAtRestOptions": {"Enabled": number > 0}, "NodeToNodeEncryptionOptions": {"Enabled": number > 0},
                  "DomainEndpointOptions": {"EnforceHTTPS": number > 0}, "TagList": [{"Key": "owner", "Value": "platform"}]}
        if number == 0:
            domain["AccessPolicies"] = json.dumps({"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "es:*", "Resource": "*"}]})
        client.create_domain(**domain)

"""A secret that another account may read, and one that never rotates."""
import json


def seed(session, region):
    client = session.client("secretsmanager", region)
    shared = client.create_secret(Name="pilots/radio", SecretString="PLUMBLINE_CANARY_SECRET",
                                  Tags=[{"Key": "owner", "Value": "harbour"}])["ARN"]
    client.put_resource_policy(SecretId=shared, ResourcePolicy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::222222222222:root"}, "Action": "secretsmanager:GetSecretValue",
         "Resource": "*"}]}))
    client.create_secret(Name="cargo/database", SecretString="PLUMBLINE_CANARY_SECRET", Description="Made by hand, never changed")

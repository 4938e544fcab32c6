"""A compute environment that moto starts no instances for."""
import json

TRUST = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "batch.amazonaws.com"}, "Action": "sts:AssumeRole"}]}


def seed(session, region):
    name = f"batch-{region}"
    role = session.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
    session.client("batch", region).create_compute_environment(
        computeEnvironmentName="night-shift", type="UNMANAGED", state="ENABLED", serviceRole=role, tags={"owner": "data"})

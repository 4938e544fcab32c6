"""A project that builds as root inside its container, with a secret in plain sight."""


def seed(session, region):
    client = session.client("codebuild", region)
    account = session.client("sts", region).get_caller_identity()["Account"]
    client.create_project(
        name="almanac", description="Builds the almanac",
        source={"type": "GITHUB", "location": "https://robot:PLUMBLINE_CANARY_LOCATION@git.plumb.example/almanac.git",
                "buildspec": "version: 0.2\nenv:\n  variables:\n    KEY: PLUMBLINE_CANARY_BUILDSPEC\n"},
        artifacts={"type": "NO_ARTIFACTS"},
        environment={"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0", "computeType": "BUILD_GENERAL1_SMALL",
                     "privilegedMode": True, "environmentVariables": [
                         {"name": "API_TOKEN", "value": "PLUMBLINE_CANARY_VARIABLE", "type": "PLAINTEXT"},
                         {"name": "SIGNING_KEY", "value": "/almanac/signing-key", "type": "PARAMETER_STORE"}]},
        serviceRole=f"arn:aws:iam::{account}:role/almanac-build", tags=[{"key": "owner", "value": "almanac"}])

"""A state machine that logs nothing."""
import json


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    session.client("stepfunctions", region).create_state_machine(
        name="unloading", type="STANDARD", roleArn=f"arn:aws:iam::{account}:role/unloading", definition=json.dumps(
            {"Comment": "PLUMBLINE_CANARY_DEFINITION", "StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 1, "End": True}}}),
        tags=[{"key": "owner", "value": "web"}])

"""A bus that another account may put events on, and rules on it and on the default bus."""
import json


def seed(session, region):
    client = session.client("events", region)
    account = session.client("sts", region).get_caller_identity()["Account"]
    client.create_event_bus(Name="harbour")
    client.put_permission(EventBusName="harbour", Action="events:PutEvents", Principal="999999999999", StatementId="neighbour")
    for bus in ("default", "harbour"):
        client.put_rule(Name=f"{bus}-findings", EventBusName=bus, State="ENABLED",
                        EventPattern=json.dumps({"source": ["aws.guardduty"]}))
        client.put_targets(Rule=f"{bus}-findings", EventBusName=bus, Targets=[
            {"Id": "pager", "Arn": f"arn:aws:sns:{region}:{account}:security-alarms",
             "Input": json.dumps({"token": "PLUMBLINE_CANARY_INPUT"})}])

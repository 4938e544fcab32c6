"""A stack with one resource, and a stack set."""
import json

TEMPLATE = {"AWSTemplateFormatVersion": "2010-09-09", "Description": "A queue of ships.",
            "Parameters": {"Password": {"Type": "String", "Default": "PLUMBLINE_CANARY_PARAMETER"}},
            "Resources": {"Ships": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "ships-of-a-stack"}}},
            "Outputs": {"Queue": {"Value": {"Ref": "Ships"}}}}


def seed(session, region):
    client = session.client("cloudformation", region)
    client.create_stack(StackName="ship-queue", TemplateBody=json.dumps(TEMPLATE), Tags=[{"Key": "owner", "Value": "harbour"}])
    baseline = {"AWSTemplateFormatVersion": "2010-09-09",
                "Resources": {"Lamps": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "lamps-of-a-stack-set"}}}}
    client.create_stack_set(StackSetName="baseline", Description="What every account has.", TemplateBody=json.dumps(baseline))
    client.create_stack(StackName="StackSet-baseline-0a1b2c3d-1111-4222-8333-444455556666", TemplateBody=json.dumps(baseline))

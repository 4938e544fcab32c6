"""Two permission sets, of which one is rolled out and assigned."""
import json


def seed(session, region):
    client = session.client("sso-admin", region)
    account = session.client("sts", region).get_caller_identity()["Account"]
    instance = client.list_instances()["Instances"][0]["InstanceArn"]
    client.create_permission_set(InstanceArn=instance, Name="looking", SessionDuration="PT1H")
    made = client.create_permission_set(
        InstanceArn=instance, Name="harbour-master", Description="Closes the harbour",
        SessionDuration="PT12H")["PermissionSet"]["PermissionSetArn"]
    client.put_inline_policy_to_permission_set(InstanceArn=instance, PermissionSetArn=made, InlinePolicy=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
    client.create_account_assignment(
        InstanceArn=instance, PermissionSetArn=made, TargetId=account, TargetType="AWS_ACCOUNT",
        PrincipalType="USER", PrincipalId="00000000-0000-4000-8000-0000000a11a0")
    client.provision_permission_set(InstanceArn=instance, PermissionSetArn=made, TargetType="AWS_ACCOUNT", TargetId=account)

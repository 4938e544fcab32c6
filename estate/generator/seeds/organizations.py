"""An organization of its own for an account that has none: a unit, a policy, a member that administers a service."""
import json


def seed(session, region):
    if region != "us-east-1":
        return
    client = session.client("organizations", region)
    client.create_organization(FeatureSet="ALL")
    root = client.list_roots()["Roots"][0]["Id"]
    unit = client.create_organizational_unit(ParentId=root, Name="Harbour")["OrganizationalUnit"]["Id"]
    client.create_organizational_unit(ParentId=unit, Name="Quay")
    made = client.create_account(AccountName="lighthouse", Email="aws+lighthouse@plumb.example",
                                 Tags=[{"Key": "stage", "Value": "security"}])
    member = made["CreateAccountStatus"]["AccountId"]
    client.move_account(AccountId=member, SourceParentId=root, DestinationParentId=unit)
    client.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
    policy = client.create_policy(
        Name="stay-in-the-organization", Description="No account leaves.", Type="SERVICE_CONTROL_POLICY",
        Content=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*"}]}))["Policy"]["PolicySummary"]["Id"]
    client.attach_policy(PolicyId=policy, TargetId=unit)
    client.create_policy(
        Name="tag-owner", Description="Every resource has an owner.", Type="TAG_POLICY",
        Content=json.dumps({"tags": {"owner": {"tag_key": {"@@assign": "owner"}}}}))
    client.enable_aws_service_access(ServicePrincipal="guardduty.amazonaws.com")
    client.register_delegated_administrator(AccountId=member, ServicePrincipal="guardduty.amazonaws.com")

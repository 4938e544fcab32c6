"""A firewall that is not protected from being deleted."""


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    session.client("network-firewall", region).create_firewall(
        FirewallName="way-out", FirewallPolicyArn=f"arn:aws:network-firewall:{region}:{account}:firewall-policy/egress",
        VpcId="vpc-0a1b2c3d", SubnetMappings=[{"SubnetId": "subnet-0a1b2c3d"}], DeleteProtection=False, Description="What may leave",
        Tags=[{"Key": "owner", "Value": "network"}])

"""Shield Advanced protects an address."""


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    shield = session.client("shield", region)
    if shield.list_protections()["Protections"]:
        return
    shield.create_subscription()
    shield.create_protection(Name="front-door", ResourceArn=f"arn:aws:ec2:us-east-1:{account}:eip-allocation/eipalloc-0a1b2c3d4e5f60718")

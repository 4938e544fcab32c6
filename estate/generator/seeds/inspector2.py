"""Inspector looks at instances and images, not at functions."""


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    inspector = session.client("inspector2", region)
    inspector.enable(accountIds=[account], resourceTypes=["EC2", "ECR"])
    inspector.enable_delegated_admin_account(delegatedAdminAccountId=account)

"""Inspector looks at instances and images, not at functions."""


def seed(session, region):
    session.client("inspector2", region).enable(resourceTypes=["EC2", "ECR"])

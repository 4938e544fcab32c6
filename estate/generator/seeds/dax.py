"""A DAX cluster that encrypts what it stores."""


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    session.client("dax", region).create_cluster(
        ClusterName="carts", NodeType="dax.t3.small", ReplicationFactor=2, Description="Carts of the shop",
        IamRoleArn=f"arn:aws:iam::{account}:role/dax", SSESpecification={"Enabled": True}, ClusterEndpointEncryptionType="TLS")

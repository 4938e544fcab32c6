"""A cluster whose endpoint is open to everybody, with one node group."""


def seed(session, region):
    client = session.client("eks", region)
    account = session.client("sts", region).get_caller_identity()["Account"]
    client.create_cluster(
        name="harbour", version="1.33", roleArn=f"arn:aws:iam::{account}:role/eks-cluster",
        resourcesVpcConfig={"subnetIds": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"], "endpointPublicAccess": True,
                            "endpointPrivateAccess": False, "publicAccessCidrs": ["0.0.0.0/0"]},
        tags={"owner": "platform"})
    client.create_nodegroup(
        clusterName="harbour", nodegroupName="workers", nodeRole=f"arn:aws:iam::{account}:role/eks-node",
        subnets=["subnet-0a1b2c3d"], scalingConfig={"minSize": 1, "maxSize": 3, "desiredSize": 1})

"""A provisioned cluster that another account may read from, and a serverless one."""
import json


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    kafka = session.client("kafka", region)
    made = kafka.create_cluster_v2(ClusterName="events", Tags={"owner": "platform"}, Provisioned={
        "BrokerNodeGroupInfo": {"InstanceType": "kafka.m5.large", "ClientSubnets": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"],
                                "SecurityGroups": ["sg-0a1b2c3d"]},
        "KafkaVersion": "3.6.0", "NumberOfBrokerNodes": 2,
        "EncryptionInfo": {"EncryptionInTransit": {"ClientBroker": "TLS_PLAINTEXT", "InCluster": True}}})["ClusterArn"]
    kafka.put_cluster_policy(ClusterArn=made, Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "kafka:CreateVpcConnection",
         "Resource": made}]}))
    kafka.create_cluster_v2(ClusterName="clicks", Serverless={
        "VpcConfigs": [{"SubnetIds": ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]}],
        "ClientAuthentication": {"Sasl": {"Iam": {"Enabled": True}}}})

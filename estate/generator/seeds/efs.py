"""A file system with a policy and a mount target, and one without either."""
import json


def seed(session, region):
    client, ec2 = session.client("efs", region), session.client("ec2", region)
    shared = client.create_file_system(CreationToken="charts", Encrypted=True, Backup=True,
                                       Tags=[{"Key": "Name", "Value": "charts"}])["FileSystemId"]
    client.put_file_system_policy(FileSystemId=shared, Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "elasticfilesystem:ClientMount",
         "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}]}))
    subnets = ec2.describe_subnets()["Subnets"]
    if subnets:
        client.create_mount_target(FileSystemId=shared, SubnetId=subnets[0]["SubnetId"])
    client.create_file_system(CreationToken="scratch", Encrypted=False, Tags=[{"Key": "Name", "Value": "scratch"}])

"""Fills an empty moto with one account in two regions, the same for every tool.

    seed.py ENDPOINT SCALE

Nothing here is meant to be well configured: about half of each kind is as CIS 1.2 wants it and half is not, so that every rule has
something to pass and something to fail. SCALE multiplies what grows in real accounts.
"""
import json
import sys

import boto3

REGIONS = ("us-east-1", "eu-west-1")
HOME = REGIONS[0]
ACCOUNT = "123456789012"
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})

# What each of CIS 1.2's fourteen monitoring controls watches, in short: the benchmark needs filters and alarms to read, not good ones.
WATCHED = {
    "3.1": ["$.errorCode = \"*UnauthorizedOperation\"", "$.errorCode = \"AccessDenied*\""],
    "3.2": ["$.eventName = \"ConsoleLogin\""],
    "3.3": ["$.userIdentity.type = \"Root\""],
    "3.4": ["$.eventName = CreatePolicy", "$.eventName = AttachUserPolicy"],
    "3.5": ["$.eventName = CreateTrail", "$.eventName = StopLogging"],
    "3.6": ["$.errorMessage = \"Failed authentication\""],
    "3.7": ["$.eventName = DisableKey", "$.eventName = ScheduleKeyDeletion"],
    "3.8": ["$.eventName = PutBucketPolicy", "$.eventName = PutBucketAcl"],
    "3.9": ["$.eventName = StopConfigurationRecorder"],
    "3.10": ["$.eventName = CreateSecurityGroup"],
    "3.11": ["$.eventName = CreateNetworkAcl"],
    "3.12": ["$.eventName = CreateInternetGateway"],
    "3.13": ["$.eventName = CreateRoute"],
    "3.14": ["$.eventName = CreateVpc", "$.eventName = DeleteVpc"],
}


class Account:
    def __init__(self, endpoint, scale):
        self.endpoint, self.scale, self.clients = endpoint, scale, {}

    def client(self, service, region=HOME):
        if (service, region) not in self.clients:
            self.clients[service, region] = boto3.client(service, region_name=region, endpoint_url=self.endpoint)
        return self.clients[service, region]

    def many(self, count):
        """Numbers the things of a kind of which there are `count` at scale 1."""
        return range(count * self.scale)


def statement(action, resource="*"):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": resource}]})


def identities(account):
    iam = account.client("iam")
    iam.update_account_password_policy(MinimumPasswordLength=12, RequireSymbols=True, RequireNumbers=True, PasswordReusePrevention=24)
    iam.create_group(GroupName="staff")
    policies = [iam.create_policy(PolicyName=f"policy-{n}", PolicyDocument=statement("*" if n % 4 == 0 else "s3:Get*"))["Policy"]["Arn"]
                for n in account.many(8)]
    for arn in policies[::2]:
        iam.attach_group_policy(GroupName="staff", PolicyArn=arn)
    for n in account.many(10):
        user = f"user-{n}"
        iam.create_user(UserName=user)
        iam.add_user_to_group(GroupName="staff", UserName=user)
        if n % 2 == 0:
            iam.create_login_profile(UserName=user, Password="Not-a-secret-1")
        if n % 4 == 0:
            serial = iam.create_virtual_mfa_device(VirtualMFADeviceName=user)["VirtualMFADevice"]["SerialNumber"]
            iam.enable_mfa_device(UserName=user, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="234567")
        for _ in range(2 if n % 5 == 0 else 1):
            iam.create_access_key(UserName=user)
        if n % 5 == 1:
            iam.put_user_policy(UserName=user, PolicyName="direct", PolicyDocument=statement("s3:*"))
        if n % 5 == 2:
            iam.attach_user_policy(UserName=user, PolicyArn=policies[0])
    for n in account.many(5):
        iam.create_role(RoleName=f"role-{n}", AssumeRolePolicyDocument=TRUST)
        iam.attach_role_policy(RoleName=f"role-{n}", PolicyArn=policies[n % len(policies)])
    iam.create_role(RoleName="support", AssumeRolePolicyDocument=TRUST)
    iam.attach_role_policy(RoleName="support", PolicyArn="arn:aws:iam::aws:policy/AWSSupportAccess")
    iam.create_instance_profile(InstanceProfileName="role-0")
    iam.add_role_to_instance_profile(InstanceProfileName="role-0", RoleName="role-0")
    # moto answers the first request for a report with "started"; a cached "started" would be polled for ever.
    while iam.generate_credential_report()["State"] != "COMPLETE":
        pass


def network(account, region):
    ec2 = account.client("ec2", region)
    vpcs = []
    for n in account.many(2):
        vpc = ec2.create_vpc(CidrBlock=f"10.{n}.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.{n}.1.0/24")["Subnet"]["SubnetId"]
        vpcs.append((vpc, subnet, n))
        if n % 2 == 0:
            ec2.create_flow_logs(ResourceType="VPC", ResourceIds=[vpc], TrafficType="REJECT",
                                 LogDestinationType="s3", LogDestination="arn:aws:s3:::bench-0")
    for n in account.many(5):
        group = ec2.create_security_group(GroupName=f"group-{n}", Description="bench", VpcId=vpcs[n % len(vpcs)][0])["GroupId"]
        port, source = ((22, "0.0.0.0/0"), (443, "0.0.0.0/0"), (3389, "10.0.0.0/8"), (22, "10.0.0.0/8"), (3389, "0.0.0.0/0"))[n % 5]
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[
            {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": [{"CidrIp": source}]}])
    for (one, _, _), (other, _, n) in zip(vpcs[::2], vpcs[1::2]):
        peering = ec2.create_vpc_peering_connection(VpcId=one, PeerVpcId=other)["VpcPeeringConnection"]["VpcPeeringConnectionId"]
        ec2.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
        table = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [one]}])["RouteTables"][0]["RouteTableId"]
        ec2.create_route(RouteTableId=table, DestinationCidrBlock=f"10.{n}.0.0/16", VpcPeeringConnectionId=peering)
    for n in account.many(2):
        profile = {"IamInstanceProfile": {"Name": "role-0"}} if n % 2 == 0 else {}
        ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1, InstanceType="t3.micro", SubnetId=vpcs[0][1], **profile)


def keys(account, region):
    kms = account.client("kms", region)
    for n in account.many(3):
        made = kms.create_key(Description=f"key-{n}")["KeyMetadata"]["KeyId"]
        if n % 2 == 0:
            kms.enable_key_rotation(KeyId=made)


def buckets(account):
    s3 = account.client("s3")
    for n in account.many(4):
        s3.create_bucket(Bucket=f"bench-{n}")
        if n % 2 == 0:
            s3.put_bucket_policy(Bucket=f"bench-{n}", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject",
                 "Resource": f"arn:aws:s3:::bench-{n}/*"}]}))
    s3.put_bucket_acl(Bucket="bench-3", ACL="log-delivery-write")
    s3.put_bucket_logging(Bucket="bench-0", BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "bench-3", "TargetPrefix": "log/"}})


def recorder(account, region):
    config = account.client("config", region)
    config.put_configuration_recorder(ConfigurationRecorder={
        "name": "default", "roleARN": f"arn:aws:iam::{ACCOUNT}:role/role-0",
        "recordingGroup": {"allSupported": True, "includeGlobalResourceTypes": region == HOME}})
    config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": "bench-0"})
    config.start_configuration_recorder(ConfigurationRecorderName="default")


def monitoring(account):
    """A few trails, and behind each log group the fourteen filters, alarms and a topic."""
    logs, sns, cloudwatch, trail = (account.client(name) for name in ("logs", "sns", "cloudwatch", "cloudtrail"))
    groups = []
    for n in account.many(1):
        logs.create_log_group(logGroupName=f"trail-{n}")
        groups.append(logs.describe_log_groups(logGroupNamePrefix=f"trail-{n}")["logGroups"][0]["arn"])
        topic = sns.create_topic(Name=f"alarms-{n}")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="https", Endpoint="https://pager.example.com/hook")
        for control, terms in WATCHED.items():
            name = f"cis-{n}-{control.replace('.', '-')}"
            logs.put_metric_filter(
                logGroupName=f"trail-{n}", filterName=name,
                filterPattern="{ " + " || ".join(f"({term})" for term in terms) + " }",
                metricTransformations=[{"metricName": name, "metricNamespace": "Bench", "metricValue": "1"}])
            cloudwatch.put_metric_alarm(
                AlarmName=name, MetricName=name, Namespace="Bench", Statistic="Sum", Period=300, EvaluationPeriods=1, Threshold=1,
                ComparisonOperator="GreaterThanOrEqualToThreshold", AlarmActions=[topic])
    for n in range(2 if account.scale == 1 else 5):
        delivery = {"CloudWatchLogsLogGroupArn": groups[n % len(groups)],
                    "CloudWatchLogsRoleArn": f"arn:aws:iam::{ACCOUNT}:role/role-0"} if n % 2 == 0 else {}
        trail.create_trail(Name=f"trail-{n}", S3BucketName=f"bench-{n % 4}", IsMultiRegionTrail=n == 0,
                           EnableLogFileValidation=n % 2 == 0, **delivery)
        trail.start_logging(Name=f"trail-{n}")


def main():
    account = Account(sys.argv[1], int(sys.argv[2]))
    identities(account)
    buckets(account)
    for region in REGIONS:
        network(account, region)
        keys(account, region)
        recorder(account, region)
    monitoring(account)


if __name__ == "__main__":
    main()

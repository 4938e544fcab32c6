"""Fills a running moto with a small organization, and prints its account ids by name as JSON.

python seed.py http://127.0.0.1:PORT

The management account and three others, in nested units. Each has the same few things in two regions; `dev` keeps them worse than the
others do, so that most controls have both answers.
"""
import json
import sys
import urllib.request

import boto3

REGIONS = ["us-east-1", "eu-west-1"]
UNITS = {"log-archive": ["Security"], "prod": ["Workloads", "Production"], "dev": ["Workloads"]}
ROOT_USE = '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }'
ADMIN = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
READER = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}]}


class Account:
    """One account's clients, made when first needed."""

    def __init__(self, endpoint, name, number, keys):
        self.endpoint, self.name, self.number, self.keys, self.made = endpoint, name, number, keys, {}
        self.careful = name != "dev"

    def client(self, service, region="us-east-1"):
        if (service, region) not in self.made:
            self.made[service, region] = boto3.client(service, endpoint_url=self.endpoint, region_name=region, **self.keys)
        return self.made[service, region]


def trust(principal):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}]})


def organization(management):
    """Makes the units and the accounts; answers with the accounts' ids by name."""
    client = management.client("organizations")
    client.create_organization(FeatureSet="ALL")
    root = client.list_roots()["Roots"][0]["Id"]
    made = {(): root}
    accounts = {}
    for name, units in UNITS.items():
        for depth in range(1, len(units) + 1):
            path = tuple(units[:depth])
            if path not in made:
                made[path] = client.create_organizational_unit(ParentId=made[path[:-1]], Name=path[-1])["OrganizationalUnit"]["Id"]
        number = client.create_account(AccountName=name, Email=f"{name}@example.com")["CreateAccountStatus"]["AccountId"]
        client.move_account(AccountId=number, SourceParentId=root, DestinationParentId=made[tuple(units)])
        accounts[name] = number
    return accounts


def identities(account, management):
    iam = account.client("iam")
    iam.create_role(RoleName="PlumblineAudit", AssumeRolePolicyDocument=trust({"AWS": f"arn:aws:iam::{management}:root"}))
    if account.careful:
        iam.update_account_password_policy(
            MinimumPasswordLength=16, RequireSymbols=True, RequireNumbers=True, RequireUppercaseCharacters=True,
            RequireLowercaseCharacters=True, PasswordReusePrevention=24, MaxPasswordAge=90)
    iam.create_group(GroupName="people")
    document = READER if account.careful else ADMIN
    policy = iam.create_policy(PolicyName="work", PolicyDocument=json.dumps(document))["Policy"]["Arn"]
    iam.attach_group_policy(GroupName="people", PolicyArn=policy)
    for name in ("ana", "ben"):
        iam.create_user(UserName=name)
        iam.add_user_to_group(GroupName="people", UserName=name)
    iam.create_login_profile(UserName="ana", Password="Not-a-secret-1")
    iam.create_access_key(UserName="ben")
    # The first time moto only starts to make it; later scans would ask once less than the first.
    iam.generate_credential_report()
    if not account.careful:
        iam.put_user_policy(UserName="ben", PolicyName="direct", PolicyDocument=json.dumps(READER))


def trail(account):
    bucket = f"trail-{account.number}"
    s3 = account.client("s3")
    s3.create_bucket(Bucket=bucket)
    if account.careful:
        s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=dict.fromkeys(
            ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"], True))
    logs = account.client("logs")
    logs.create_log_group(logGroupName="trail")
    group = f"arn:aws:logs:us-east-1:{account.number}:log-group:trail:*"
    cloudtrail = account.client("cloudtrail")
    made = cloudtrail.create_trail(
        Name="trail", S3BucketName=bucket, IsMultiRegionTrail=True, EnableLogFileValidation=account.careful,
        CloudWatchLogsLogGroupArn=group, CloudWatchLogsRoleArn=f"arn:aws:iam::{account.number}:role/PlumblineAudit")
    cloudtrail.start_logging(Name=made["TrailARN"])
    topic = account.client("sns").create_topic(Name="alarms")["TopicArn"]
    account.client("sns").subscribe(TopicArn=topic, Protocol="https", Endpoint="https://pager.example.com/hook")
    logs.put_metric_filter(
        logGroupName="trail", filterName="root-use", filterPattern=ROOT_USE,
        metricTransformations=[{"metricName": "RootUse", "metricNamespace": "Cis", "metricValue": "1"}])
    account.client("cloudwatch").put_metric_alarm(
        AlarmName="root-use", MetricName="RootUse", Namespace="Cis", Statistic="Sum", Period=300, EvaluationPeriods=1, Threshold=1,
        ComparisonOperator="GreaterThanOrEqualToThreshold", AlarmActions=[topic])


def regional(account, region):
    kms = account.client("kms", region)
    for number in range(2):
        key = kms.create_key(Description=f"key {number}")["KeyMetadata"]["KeyId"]
        if account.careful:
            kms.enable_key_rotation(KeyId=key)
    ec2 = account.client("ec2", region)
    vpc = ec2.create_vpc(CidrBlock="10.10.0.0/16")["Vpc"]["VpcId"]
    group = ec2.create_security_group(GroupName="web", Description="web", VpcId=vpc)["GroupId"]
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[{
        "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
        "IpRanges": [{"CidrIp": "10.0.0.0/8" if account.careful else "0.0.0.0/0"}]}])


def main():
    endpoint = sys.argv[1]
    # moto makes up its ids at random: from the same seed, the same ids at each run.
    urllib.request.urlopen(urllib.request.Request(f"{endpoint}/moto-api/seed?a=12", method="POST")).close()
    start = {"aws_access_key_id": "AKIASTARTSTARTSTART0", "aws_secret_access_key": "start"}
    sts = boto3.client("sts", endpoint_url=endpoint, region_name="us-east-1", **start)
    number = sts.get_caller_identity()["Account"]
    accounts = [Account(endpoint, "management", number, start)]
    for name, member in organization(accounts[0]).items():
        keys = sts.assume_role(RoleArn=f"arn:aws:iam::{member}:role/PlumblineAudit", RoleSessionName="seed")["Credentials"]
        accounts.append(Account(endpoint, name, member, {
            "aws_access_key_id": keys["AccessKeyId"], "aws_secret_access_key": keys["SecretAccessKey"],
            "aws_session_token": keys["SessionToken"]}))
    for account in accounts:
        identities(account, number)
        trail(account)
        for region in REGIONS:
            regional(account, region)
    print(json.dumps({account.name: account.number for account in accounts}))


if __name__ == "__main__":
    main()

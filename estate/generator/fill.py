"""Fills moto through the same API that everybody uses."""
import json

import boto3

TRUST_EC2 = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}


class Session:
    """Clients of one account."""

    def __init__(self, endpoint, account_id):
        self.endpoint = endpoint
        answer = boto3.client("sts", endpoint_url=endpoint, region_name="us-east-1").assume_role(
            RoleArn=f"arn:aws:iam::{account_id}:role/PlumblineAudit", RoleSessionName="scanner")["Credentials"]
        self.keys = {"aws_access_key_id": answer["AccessKeyId"], "aws_secret_access_key": answer["SecretAccessKey"],
                     "aws_session_token": answer["SessionToken"]}

    def client(self, service, region="us-east-1"):
        return boto3.client(service, endpoint_url=self.endpoint, region_name=region, **self.keys)


def fill(estate, endpoint):
    """Makes everything and answers with what moto chose: ids and ARNs that the overlay needs."""
    facts = {"kms": {}, "vpc": {}, "keys_of_user": {}}
    sessions = {}
    Session(endpoint, estate.id_of("log-archive")).client("s3").create_bucket(Bucket="plumb-flow-logs")
    for account in estate.readable():
        sessions[account.name] = Session(endpoint, account.id)
        identities(estate, account, sessions[account.name], facts)
        network(estate, account, sessions[account.name], facts)
        keys(account, sessions[account.name], facts)
        buckets(estate, account, sessions[account.name])
        config(account, sessions[account.name])
        contacts(account, sessions[account.name])
    for account in estate.readable():
        trails(estate, account, sessions[account.name], facts)
        monitoring(estate, account, sessions[account.name])
    peerings(estate, sessions, facts)
    return facts


def identities(estate, account, session, facts):
    iam = session.client("iam")
    policy = account["password_policy"]
    if policy != "none":
        iam.update_account_password_policy(
            MinimumPasswordLength=policy["length"], RequireSymbols=policy["symbols"], RequireNumbers=policy["numbers"],
            RequireUppercaseCharacters=policy["upper"], RequireLowercaseCharacters=policy["lower"],
            PasswordReusePrevention=policy["reuse"], MaxPasswordAge=policy["max_age"])
    for user in account["users"]:
        name = user.get("alias", user["name"])
        iam.create_user(UserName=name, Tags=[{"Key": "owner", "Value": user["name"]}])
        if user.get("password"):
            iam.create_login_profile(UserName=name, Password="Not-a-secret-1")
        if "key_age" in user:
            key = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
            facts["keys_of_user"][key] = (account.name, name)
        if user.get("inline"):
            iam.put_user_policy(UserName=name, PolicyName="direct", PolicyDocument=json.dumps(
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}))
        if user.get("mfa"):
            serial = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
            iam.enable_mfa_device(UserName=name, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="234567")
    for policy in account["policies"]:
        iam.create_policy(PolicyName=policy["name"], PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": policy["statements"]}).replace("${partition}", "aws"))
    iam.create_role(RoleName="PlumblineAudit", AssumeRolePolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
         "Principal": {"AWS": f"arn:aws:iam::{estate.id_of(estate.management)}:root"}}]}))
    if account["support_role"]:
        iam.create_role(RoleName="SupportCases", AssumeRolePolicyDocument=json.dumps(TRUST_EC2))
        iam.attach_role_policy(RoleName="SupportCases", PolicyArn="arn:aws:iam::aws:policy/AWSSupportAccess")
    for instance in account["instances"]:
        if "profile" in instance:
            iam.create_role(RoleName=instance["profile"], AssumeRolePolicyDocument=json.dumps(TRUST_EC2))
            iam.create_instance_profile(InstanceProfileName=instance["profile"])
            iam.add_role_to_instance_profile(InstanceProfileName=instance["profile"], RoleName=instance["profile"])


def network(estate, account, session, facts):
    subnets = {}
    for region in estate.regions:
        if region in estate.opt_in and account.name not in estate.opt_in[region]:
            continue
        ec2 = session.client("ec2", region)
        default = ec2.describe_vpcs()["Vpcs"]
        if account["default_vpcs"] == "removed":
            for vpc in default:
                for subnet in ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])["Subnets"]:
                    ec2.delete_subnet(SubnetId=subnet["SubnetId"])
                for gateway in ec2.describe_internet_gateways(
                        Filters=[{"Name": "attachment.vpc-id", "Values": [vpc["VpcId"]]}])["InternetGateways"]:
                    ec2.detach_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"], VpcId=vpc["VpcId"])
                    ec2.delete_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"])
                ec2.delete_vpc(VpcId=vpc["VpcId"])
        else:
            facts["vpc"][(account.name, region, "default")] = default[0]["VpcId"]
        for vpc in (v for v in account["vpcs"] if v["region"] == region):
            made = ec2.create_vpc(CidrBlock=vpc["cidr"], TagSpecifications=[
                {"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": vpc["name"]}]}])["Vpc"]["VpcId"]
            facts["vpc"][(account.name, region, vpc["name"])] = made
            block = vpc["cidr"].rsplit("/", 1)[0] + "/24"
            subnets[region] = ec2.create_subnet(VpcId=made, CidrBlock=block)["Subnet"]["SubnetId"]
            group = next(g for g in ec2.describe_security_groups(
                Filters=[{"Name": "vpc-id", "Values": [made]}])["SecurityGroups"] if g["GroupName"] == "default")
            if vpc["default_group"] == "closed" and group["IpPermissionsEgress"]:
                ec2.revoke_security_group_egress(GroupId=group["GroupId"], IpPermissions=group["IpPermissionsEgress"])
            if vpc.get("flow_log"):
                ec2.create_flow_logs(ResourceType="VPC", ResourceIds=[made], TrafficType=vpc["flow_log"],
                                     LogDestinationType="s3", LogDestination="arn:aws:s3:::plumb-flow-logs")
        home = next((v for (a, r, n), v in facts["vpc"].items() if a == account.name and r == region), None)
        for group in (g for g in account["groups"] if g["region"] == region and home):
            made = ec2.create_security_group(GroupName=group["name"], Description=group["name"], VpcId=home)["GroupId"]
            for rule in group["ingress"]:
                v6 = ":" in rule["cidr"]
                ec2.authorize_security_group_ingress(GroupId=made, IpPermissions=[{
                    "IpProtocol": "tcp", "FromPort": rule["port"], "ToPort": rule["port"],
                    **({"Ipv6Ranges": [{"CidrIpv6": rule["cidr"]}]} if v6 else {"IpRanges": [{"CidrIp": rule["cidr"]}]})}])
        for instance in (i for i in account["instances"] if i["region"] == region):
            extra = {"IamInstanceProfile": {"Name": instance["profile"]}} if "profile" in instance else {}
            if region in subnets:
                extra["SubnetId"] = subnets[region]
            ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1, InstanceType="t3.micro",
                              UserData="PLUMBLINE_CANARY_USERDATA", TagSpecifications=[
                {"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": instance["name"]}]}], **extra)


def keys(account, session, facts):
    for key in account["keys"]:
        kms = session.client("kms", key["region"])
        made = kms.create_key(Description=key["name"], Origin=key.get("origin", "AWS_KMS"))["KeyMetadata"]
        facts["kms"][(account.name, key["name"])] = made["Arn"]
        if key["rotates"]:
            kms.enable_key_rotation(KeyId=made["KeyId"])


def buckets(estate, account, session):
    s3 = session.client("s3")
    for bucket in account.get("buckets", []):
        s3.create_bucket(Bucket=bucket["name"])
        if bucket.get("block_public"):
            s3.put_public_access_block(Bucket=bucket["name"], PublicAccessBlockConfiguration=dict.fromkeys(
                ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"], True))
        if bucket.get("public"):
            s3.put_bucket_policy(Bucket=bucket["name"], Policy=json.dumps({"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket['name']}/*"}]}))
    for bucket in account.get("buckets", []):
        if "access_log" in bucket:
            s3.put_bucket_acl(Bucket=bucket["access_log"], ACL="log-delivery-write")
            s3.put_bucket_logging(Bucket=bucket["name"], BucketLoggingStatus={
                "LoggingEnabled": {"TargetBucket": bucket["access_log"], "TargetPrefix": "trail/"}})


def config(account, session):
    for region in account["config"]:
        client = session.client("config", region)
        client.put_configuration_recorder(ConfigurationRecorder={
            "name": "default", "roleARN": f"arn:aws:iam::{account.id}:role/config",
            "recordingGroup": {"allSupported": True, "includeGlobalResourceTypes": region == "us-east-1"}})
        client.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": "plumb-config"})
        client.start_configuration_recorder(ConfigurationRecorderName="default")


def contacts(account, session):
    if account["security_contact"]:
        session.client("account").put_alternate_contact(
            AlternateContactType="SECURITY", Name="Security desk", Title="CISO", EmailAddress="security@plumb.example",
            PhoneNumber="+12025550147")


def trails(estate, account, session, facts):
    trail = account.get("trail")
    if not trail:
        return
    client = session.client("cloudtrail")
    bucket = "plumb-org-trail" if trail.get("organization") else "plumb-sandbox-trail"
    arguments = {"Name": trail["name"], "S3BucketName": bucket, "EnableLogFileValidation": trail["validation"],
                 "IsMultiRegionTrail": not trail.get("read_only", False)}
    if trail["kms"]:
        arguments["KmsKeyId"] = facts["kms"][(account.name, "data")]
    made = client.create_trail(**arguments)["TrailARN"]
    client.start_logging(Name=made)
    if trail.get("read_only"):
        client.put_event_selectors(TrailName=made, EventSelectors=[
            {"ReadWriteType": "ReadOnly", "IncludeManagementEvents": True, "DataResources": []}])
    facts["trail", account.name] = made


def monitoring(estate, account, session):
    if not account.get("monitoring"):
        return
    import pathlib
    witnesses = json.loads((pathlib.Path(__file__).resolve().parents[2]
                            / "filter/src/main/resources/io/plumbline/filter/filter-witnesses.json").read_text())
    logs, sns, cloudwatch = session.client("logs"), session.client("sns"), session.client("cloudwatch")
    logs.create_log_group(logGroupName="org-trail")
    topic = sns.create_topic(Name="security-alarms")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="https", Endpoint="https://pager.plumb.example/hook")
    waiting = sns.create_topic(Name="unconfirmed")["TopicArn"]
    sns.subscribe(TopicArn=waiting, Protocol="email", Endpoint="nobody@plumb.example")
    sandbox = estate.id_of("sandbox")
    for control, pattern in witnesses["canonical"].items():
        inner = pattern.strip()[1:-1].strip()
        name = "cis-" + control.replace(".", "-")
        logs.put_metric_filter(
            logGroupName="org-trail", filterName=name,
            filterPattern="{ (" + inner + ") && ($.recipientAccountId != \"" + sandbox + "\") }",
            metricTransformations=[{"metricName": name, "metricNamespace": "Cis", "metricValue": "1"}])
        cloudwatch.put_metric_alarm(
            AlarmName=name, MetricName=name, Namespace="Cis", Statistic="Sum", Period=300, EvaluationPeriods=1, Threshold=1,
            ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching", AlarmActions=[topic])


def peerings(estate, sessions, facts):
    core, data = sessions["prod-core"].client("ec2"), sessions["prod-data"].client("ec2")
    one, other = facts["vpc"][("prod-core", "us-east-1", "main")], facts["vpc"][("prod-data", "us-east-1", "lake")]
    made = core.create_vpc_peering_connection(VpcId=one, PeerVpcId=other, PeerOwnerId=estate.id_of("prod-data"))
    peering = made["VpcPeeringConnection"]["VpcPeeringConnectionId"]
    data.accept_vpc_peering_connection(VpcPeeringConnectionId=peering)
    for client, vpc, cidr in ((core, one, "10.20.4.0/24"), (data, other, "10.10.0.0/16")):
        table = client.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"][0]["RouteTableId"]
        client.create_route(RouteTableId=table, DestinationCidrBlock=cidr, VpcPeeringConnectionId=peering)
    facts["peering"] = peering

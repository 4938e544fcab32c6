"""Applies repairs to moto and shows that what failed passes afterwards. Not part of `make test`: it needs the AWS command line.

    python cli/src/test/moto/apply_repairs.py dist/target/plumbline/bin/plumbline

It fills an account with things that fail, scans it, runs the very lines that `plumbline findings fix` prints in a shell, scans again, and
says of each finding whether it is resolved. A finding that was repaired and stays open makes it end with 1.
"""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import boto3

REPAIRABLE = [str(path.parent) for path in pathlib.Path(__file__).parents[4].glob("catalog/rules/*/*/repair.sql")]
REGION = "us-east-1"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def fill(client):
    """One thing of each kind that a call can repair; some with names that a shell must not take for its own."""
    iam, ec2, kms, s3, trails = (client(name) for name in ("iam", "ec2", "kms", "s3", "cloudtrail"))
    logs, sns, watch = client("logs"), client("sns"), client("cloudwatch")
    iam.update_account_password_policy(MinimumPasswordLength=9, RequireSymbols=True, AllowUsersToChangePassword=True)
    iam.create_user(UserName="ana")
    iam.create_group(GroupName="ops")
    everything = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    policy = iam.create_policy(PolicyName="everything", PolicyDocument=json.dumps(everything))["Policy"]["Arn"]
    iam.create_policy_version(PolicyArn=policy, PolicyDocument=json.dumps(everything), SetAsDefault=True)
    iam.attach_group_policy(GroupName="ops", PolicyArn=policy)
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    iam.create_role(RoleName="app", AssumeRolePolicyDocument=json.dumps(trust))
    iam.attach_role_policy(RoleName="app", PolicyArn=policy)
    kms.create_key(Description="it's \"mine\"; $(false)")
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    other = ec2.create_vpc(CidrBlock="10.8.0.0/16")["Vpc"]["VpcId"]
    group = ec2.create_security_group(GroupName="web", Description="d", VpcId=vpc)["GroupId"]
    anyone = [{"CidrIp": "0.0.0.0/0", "Description": "it's open"}]
    ec2.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[
            {"IpProtocol": "tcp", "FromPort": 20, "ToPort": 30, "IpRanges": [*anyone, {"CidrIp": "10.0.0.0/8"}]},
            {"IpProtocol": "tcp", "FromPort": 3389, "ToPort": 3389, "Ipv6Ranges": [{"CidrIpv6": "::/0"}]},
            {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": anyone},
        ],
    )
    role = iam.get_role(RoleName="app")["Role"]["Arn"]
    logs.create_log_group(logGroupName="flow")
    ec2.create_flow_logs(
        ResourceIds=[other], ResourceType="VPC", TrafficType="ALL", LogDestinationType="cloud-watch-logs", LogGroupName="flow",
        DeliverLogsPermissionArn=role,
    )
    s3.create_bucket(Bucket="trail-logs", ACL="public-read")
    logs.create_log_group(logGroupName="trail")
    group_arn = logs.describe_log_groups(logGroupNamePrefix="trail")["logGroups"][0]["arn"]
    trails.create_trail(
        Name="audit", S3BucketName="trail-logs", IsMultiRegionTrail=False, CloudWatchLogsLogGroupArn=group_arn, CloudWatchLogsRoleArn=role
    )
    trails.put_event_selectors(TrailName="audit", EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": []}])
    topic = sns.create_topic(Name="people")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="https", Endpoint="https://127.0.0.1:1/")
    logs.put_metric_filter(
        logGroupName="trail", filterName="other", filterPattern="{ $.eventName = Other }",
        metricTransformations=[{"metricName": "other", "metricNamespace": "Cis", "metricValue": "1"}],
    )
    watch.put_metric_alarm(
        AlarmName="other", Namespace="Cis", MetricName="other", Statistic="Sum", Period=300, EvaluationPeriods=1, Threshold=1,
        ComparisonOperator="GreaterThanOrEqualToThreshold", AlarmActions=[topic],
    )


class Plumbline:
    def __init__(self, launcher, home, url, environment):
        self.launcher, self.home, self.url, self.environment = launcher, home, url, environment

    def run(self, *arguments):
        done = subprocess.run(
            [self.launcher, *arguments, "--home", self.home], env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode not in (0, 3, 4):
            sys.exit(done.stdout + done.stderr)
        return done.stdout

    def scan(self):
        self.run("scan", "--regions", REGION, "--endpoint-url", self.url, "--output", os.path.join(self.home, "reports"))

    def findings(self, state):
        return {one["id"]: one for one in json.loads(self.run("findings", "--state", state, "--format", "json"))}

    def fix(self, finding):
        return json.loads(self.run("findings", "fix", finding, "--format", "json"))


def main():
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")} | {
        "AWS_ACCESS_KEY_ID": "AKIASTARTSTARTSTART0", "AWS_SECRET_ACCESS_KEY": "start", "AWS_DEFAULT_REGION": REGION,
        "AWS_ENDPOINT_URL": url, "NO_PROXY": "127.0.0.1",
    }
    moto = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(url + "/moto-api/").close()
                break
            except OSError:
                time.sleep(0.1)
        fill(lambda name: boto3.client(
            name, endpoint_url=url, region_name=REGION, aws_access_key_id="AKIASTARTSTARTSTART0", aws_secret_access_key="start"))
        with tempfile.TemporaryDirectory() as home:
            return repaired(Plumbline(sys.argv[1], home, url, environment), environment)
    finally:
        moto.terminate()
        moto.wait()


def repaired(plumbline, environment):
    plumbline.scan()
    rules = {line.split("/")[-1] for line in REPAIRABLE}
    applied, refused = {}, 0
    for finding in plumbline.findings("open").values():
        if not (finding["rule"] in rules or finding["rule"].startswith("alarm-") or finding["rule"].startswith("sg-")):
            continue
        for call in plumbline.fix(finding["id"])["calls"]:
            applied[finding["id"]] = finding
            done = subprocess.run(["sh", "-c", call["cli"]], env=environment, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                refused += 1
                print("refused:", finding["rule"], call["operation"], done.stderr.strip()[-200:], flush=True)
    plumbline.scan()
    open_now = plumbline.findings("open")
    for id, finding in sorted(applied.items(), key=lambda one: one[1]["rule"]):
        print("STAYS OPEN" if id in open_now else "resolved", finding["rule"], finding["unit"])
    stay = sum(id in open_now for id in applied)
    print(f"{len(applied)} repaired, {stay} stay open, {refused} calls refused, {len(open_now)} findings open now")
    return 1 if stay else 0


if __name__ == "__main__":
    sys.exit(main())

"""A load balancer that speaks HTTP to everybody, with a rule and a target group."""


def seed(session, region):
    ec2, client = session.client("ec2", region), session.client("elbv2", region)
    subnets = ec2.describe_subnets()["Subnets"]
    if not subnets:
        return
    home = subnets[0]["VpcId"]
    zones = {subnet["AvailabilityZone"]: subnet["SubnetId"] for subnet in subnets if subnet["VpcId"] == home}
    balancer = client.create_load_balancer(
        Name="front-door", Subnets=sorted(zones.values())[:2], Scheme="internet-facing", Type="application",
        Tags=[{"Key": "owner", "Value": "harbour"}])["LoadBalancers"][0]["LoadBalancerArn"]
    group = client.create_target_group(Name="berth-pages", Protocol="HTTP", Port=8080, VpcId=home,
                                       TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
    listener = client.create_listener(
        LoadBalancerArn=balancer, Protocol="HTTP", Port=80,
        DefaultActions=[{"Type": "forward", "TargetGroupArn": group}])["Listeners"][0]["ListenerArn"]
    client.create_rule(ListenerArn=listener, Priority=10, Conditions=[{"Field": "path-pattern", "Values": ["/tides/*"]}],
                       Actions=[{"Type": "forward", "TargetGroupArn": group}])

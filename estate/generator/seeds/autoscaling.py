"""A group of instances that still has a launch configuration."""


def seed(session, region):
    ec2, client = session.client("ec2", region), session.client("autoscaling", region)
    zone = ec2.describe_availability_zones()["AvailabilityZones"][0]["ZoneName"]
    client.create_launch_configuration(
        LaunchConfigurationName="ferry-2021", ImageId="ami-12c6146b", InstanceType="t3.micro",
        UserData="PLUMBLINE_CANARY_USERDATA", AssociatePublicIpAddress=True,
        MetadataOptions={"HttpTokens": "optional", "HttpEndpoint": "enabled", "HttpPutResponseHopLimit": 2})
    client.create_auto_scaling_group(
        AutoScalingGroupName="ferries", LaunchConfigurationName="ferry-2021", MinSize=0, MaxSize=2, DesiredCapacity=0,
        AvailabilityZones=[zone], HealthCheckType="EC2", HealthCheckGracePeriod=120,
        Tags=[{"Key": "owner", "Value": "harbour", "PropagateAtLaunch": True, "ResourceId": "ferries",
               "ResourceType": "auto-scaling-group"}])

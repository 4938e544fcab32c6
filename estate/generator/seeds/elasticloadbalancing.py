"""A load balancer of the first kind that listens on plain HTTP."""


def seed(session, region):
    session.client("elb", region).create_load_balancer(
        LoadBalancerName="old-quay", AvailabilityZones=[f"{region}a"],
        Listeners=[{"Protocol": "HTTP", "LoadBalancerPort": 80, "InstanceProtocol": "HTTP", "InstancePort": 8080}],
        Tags=[{"Key": "owner", "Value": "web"}])

"""A managed directory in two zones that trusts another one."""


def seed(session, region):
    ec2 = session.client("ec2", region)
    vpc = ec2.create_vpc(CidrBlock="10.88.0.0/16")["Vpc"]["VpcId"]
    zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]][:2]
    subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.88.{at}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
               for at, zone in enumerate(zones)]
    directories = session.client("ds", region)
    made = directories.create_microsoft_ad(
        Name="corp.plumb.example", ShortName="CORP", Password="Not-a-secret-1", Edition="Standard",
        VpcSettings={"VpcId": vpc, "SubnetIds": subnets})["DirectoryId"]
    directories.create_trust(DirectoryId=made, RemoteDomainName="old.plumb.example", TrustPassword="Not-a-secret-2",
                             TrustDirection="One-Way: Outgoing", TrustType="Forest", SelectiveAuth="Disabled")

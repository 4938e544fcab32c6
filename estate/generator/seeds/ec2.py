"""Networks, disks, images, gateways and VPNs, in a VPC that is there already if there is one."""
import base64


def named(kind, name):
    return [{"ResourceType": kind, "Tags": [{"Key": "Name", "Value": name}]}]


def seed(session, region):
    client = session.client("ec2", region)
    vpcs = client.describe_vpcs()["Vpcs"]
    vpc = vpcs[0] if vpcs else client.create_vpc(CidrBlock="10.60.0.0/16")["Vpc"]
    subnets = client.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])["Subnets"]
    subnet = (subnets[0] if subnets else client.create_subnet(
        VpcId=vpc["VpcId"], CidrBlock=vpc["CidrBlock"].rsplit("/", 1)[0] + "/24")["Subnet"])["SubnetId"]
    network(session, client, region, vpc["VpcId"], subnet)
    disks(client, region)
    launching(client, subnet)
    reaching(client, vpc["VpcId"], subnet)


def network(session, client, region, vpc, subnet):
    client.create_managed_prefix_list(
        PrefixListName="berths", AddressFamily="IPv4", MaxEntries=4, Entries=[{"Cidr": "198.51.100.0/24", "Description": "quay"}])
    client.create_internet_gateway(TagSpecifications=named("internet-gateway", "spare"))
    client.create_egress_only_internet_gateway(VpcId=vpc)
    address = client.allocate_address(Domain="vpc")["AllocationId"]
    client.create_nat_gateway(SubnetId=subnet, AllocationId=address, TagSpecifications=named("natgateway", "way-out"))
    client.allocate_address(Domain="vpc")
    client.create_network_acl(VpcId=vpc, TagSpecifications=named("network-acl", "harbour"))
    session.client("s3", region).create_bucket(Bucket=f"plumb-flow-{region}")
    made = client.create_flow_logs(
        ResourceIds=[vpc], ResourceType="VPC", TrafficType="ALL", LogDestinationType="s3", LogDestination=f"arn:aws:s3:::plumb-flow-{region}")
    assert not made.get("Unsuccessful"), made
    other = client.create_vpc(CidrBlock="10.61.0.0/16")["Vpc"]["VpcId"]
    client.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=other)
    client.create_vpc_endpoint(VpcId=vpc, ServiceName=f"com.amazonaws.{region}.s3", VpcEndpointType="Gateway")


def disks(client, region):
    volume = client.create_volume(AvailabilityZone=f"{region}a", Size=8, Encrypted=False, TagSpecifications=named("volume", "ledger"))["VolumeId"]
    client.create_snapshot(VolumeId=volume, Description="kept to ourselves")
    public = client.create_snapshot(VolumeId=volume, Description="seen by everybody")["SnapshotId"]
    client.modify_snapshot_attribute(
        SnapshotId=public, Attribute="createVolumePermission", OperationType="add", GroupNames=["all"])


def launching(client, subnet):
    image = client.register_image(Name="hardened-linux-1", Architecture="x86_64", RootDeviceName="/dev/sda1")["ImageId"]
    client.modify_image_attribute(ImageId=image, LaunchPermission={"Add": [{"UserId": "999999999999"}]})
    client.create_launch_template(LaunchTemplateName="berth", LaunchTemplateData={
        "ImageId": image, "InstanceType": "t3.micro", "UserData": base64.b64encode(b"PLUMBLINE_CANARY_USERDATA").decode(),
        "MetadataOptions": {"HttpTokens": "required"}})
    client.create_key_pair(KeyName="harbour-master")
    client.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1, SubnetId=subnet,
                         UserData="#!/bin/sh\nexport CARGO_PASSWORD=PLUMBLINE_CANARY_USERDATA\n", TagSpecifications=named("instance", "crane"))


def reaching(client, vpc, subnet):
    gateway = client.create_transit_gateway(
        Description="hub", TagSpecifications=named("transit-gateway", "hub"))["TransitGateway"]["TransitGatewayId"]
    attachment = client.create_transit_gateway_vpc_attachment(
        TransitGatewayId=gateway, VpcId=vpc, SubnetIds=[subnet])["TransitGatewayVpcAttachment"]["TransitGatewayAttachmentId"]
    table = client.create_transit_gateway_route_table(
        TransitGatewayId=gateway)["TransitGatewayRouteTable"]["TransitGatewayRouteTableId"]
    client.create_transit_gateway_route(
        DestinationCidrBlock="10.99.0.0/16", TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=attachment)
    customer = client.create_customer_gateway(Type="ipsec.1", PublicIp="192.0.2.17", BgpAsn=65010)["CustomerGateway"]["CustomerGatewayId"]
    virtual = client.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    client.create_vpn_connection(
        Type="ipsec.1", CustomerGatewayId=customer, VpnGatewayId=virtual,
        Options={"StaticRoutesOnly": True, "TunnelOptions": [{"PreSharedKey": "PLUMBLINE_CANARY_TUNNELKEY"}]})

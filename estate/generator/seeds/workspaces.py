"""A desktop whose disks are not encrypted, in a directory of its own."""


def seed(session, region):
    ec2, directories, client = (session.client(name, region) for name in ("ec2", "ds", "workspaces"))
    subnets = ec2.describe_subnets()["Subnets"]
    home = subnets[0]["VpcId"] if subnets else None
    zones = {subnet["AvailabilityZone"]: subnet["SubnetId"] for subnet in subnets if subnet["VpcId"] == home}
    if len(zones) < 2:
        return
    pair = sorted(zones.values())[:2]
    directory = directories.create_directory(
        Name="crew.plumb.example", Password="Not-a-secret-1", Size="Small",
        VpcSettings={"VpcId": home, "SubnetIds": pair})["DirectoryId"]
    client.register_workspace_directory(DirectoryId=directory, SubnetIds=pair)
    client.create_workspaces(Workspaces=[{
        "DirectoryId": directory, "UserName": "bosun", "BundleId": "wsb-clj85qzj1", "RootVolumeEncryptionEnabled": False,
        "UserVolumeEncryptionEnabled": False, "Tags": [{"Key": "owner", "Value": "crew"}]}])

"""A file system of each of two kinds."""


def seed(session, region):
    client = session.client("fsx", region)
    client.create_file_system(
        FileSystemType="LUSTRE", StorageCapacity=1200, SubnetIds=["subnet-0a1b2c3d"], Tags=[{"Key": "Name", "Value": "tides"}],
        LustreConfiguration={"DeploymentType": "SCRATCH_2"})
    client.create_file_system(
        FileSystemType="ONTAP", StorageCapacity=1024, SubnetIds=["subnet-0a1b2c3d"], Tags=[{"Key": "Name", "Value": "charts"}],
        OntapConfiguration={"DeploymentType": "SINGLE_AZ_1", "ThroughputCapacity": 128,
                            "FsxAdminPassword": "PLUMBLINE_CANARY_PASSWORD"})

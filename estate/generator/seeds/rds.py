"""An instance that anybody can reach, a cluster, and a snapshot of each."""


def seed(session, region):
    client = session.client("rds", region)
    client.create_db_instance(
        DBInstanceIdentifier="cargo", DBInstanceClass="db.t3.micro", Engine="postgres", AllocatedStorage=20,
        MasterUsername="captain", MasterUserPassword="Not-a-secret-1", PubliclyAccessible=True, StorageEncrypted=False,
        BackupRetentionPeriod=7, DeletionProtection=False, Tags=[{"Key": "owner", "Value": "harbour"}])
    client.create_db_snapshot(DBSnapshotIdentifier="cargo-before-the-move", DBInstanceIdentifier="cargo",
                              Tags=[{"Key": "owner", "Value": "harbour"}])
    client.modify_db_snapshot_attribute(DBSnapshotIdentifier="cargo-before-the-move", AttributeName="restore",
                                        ValuesToAdd=["all"])
    client.create_db_cluster(
        DBClusterIdentifier="manifests", Engine="aurora-postgresql", MasterUsername="captain",
        MasterUserPassword="Not-a-secret-1", StorageEncrypted=True, Tags=[{"Key": "owner", "Value": "harbour"}])
    client.create_db_cluster_snapshot(DBClusterSnapshotIdentifier="manifests-before-the-move",
                                      DBClusterIdentifier="manifests")

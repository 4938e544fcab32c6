"""A document cluster without encryption, and a snapshot of it. The service is RDS to those who listen."""


def seed(session, region):
    client = session.client("docdb", region)
    client.create_db_cluster(
        DBClusterIdentifier="catalogue", Engine="docdb", MasterUsername="librarian", MasterUserPassword="PLUMBLINE_CANARY_PASSWORD",
        BackupRetentionPeriod=1, StorageEncrypted=False)
    client.create_db_cluster_snapshot(DBClusterSnapshotIdentifier="catalogue-before", DBClusterIdentifier="catalogue")

"""A graph of sea routes."""


def seed(session, region):
    session.client("neptune", region).create_db_cluster(
        DBClusterIdentifier="sea-routes", Engine="neptune", StorageEncrypted=False, BackupRetentionPeriod=1)

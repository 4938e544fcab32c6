"""A replication group of two nodes without encryption in transit."""


def seed(session, region):
    session.client("elasticache", region).create_replication_group(
        ReplicationGroupId="sessions", ReplicationGroupDescription="Sessions of the shop", Engine="redis",
        CacheNodeType="cache.t4g.small", NumCacheClusters=2, AutomaticFailoverEnabled=True, AtRestEncryptionEnabled=True,
        TransitEncryptionEnabled=False, SnapshotRetentionLimit=0)

"""A replication group of two nodes without encryption in transit."""


def seed(session, region):
    cache = session.client("elasticache", region)
    cache.create_replication_group(
        ReplicationGroupId="sessions", ReplicationGroupDescription="Sessions of the shop", Engine="redis",
        CacheNodeType="cache.t4g.small", NumCacheClusters=2, AutomaticFailoverEnabled=True, AtRestEncryptionEnabled=True,
        TransitEncryptionEnabled=False, SnapshotRetentionLimit=0)
    cache.create_cache_cluster(CacheClusterId="sessions-001", ReplicationGroupId="sessions", Engine="redis", EngineVersion="7.1",
                               CacheNodeType="cache.t4g.small", NumCacheNodes=1)

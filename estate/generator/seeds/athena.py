"""A work group that encrypts and one that does not say."""


def seed(session, region):
    client = session.client("athena", region)
    client.create_work_group(
        Name="ledger", Description="Queries of the ledger", Tags=[{"Key": "owner", "Value": "ledger"}],
        Configuration={"EnforceWorkGroupConfiguration": True, "PublishCloudWatchMetricsEnabled": True,
                       "ResultConfiguration": {"OutputLocation": "s3://plumb-query-results/",
                                               "EncryptionConfiguration": {"EncryptionOption": "SSE_S3"}}})
    client.create_work_group(Name="anything-goes", Description="Queries of whoever comes", Configuration={})

"""A warehouse that the internet reaches and that logs to a bucket."""


def seed(session, region):
    redshift = session.client("redshift", region)
    session.client("s3", region).create_bucket(Bucket=f"plumb-warehouse-logs-{region}", **(
        {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}))
    redshift.create_cluster_parameter_group(ParameterGroupName="warehouse", ParameterGroupFamily="redshift-1.0",
                                            Description="Parameters of the warehouse")
    redshift.create_cluster(ClusterIdentifier="warehouse", NodeType="ra3.large", ClusterType="multi-node", NumberOfNodes=2,
                            DBName="figures", MasterUsername="keeper", MasterUserPassword="Not-a-secret-1", PubliclyAccessible=True,
                            Encrypted=False, ClusterParameterGroupName="warehouse", Tags=[{"Key": "owner", "Value": "figures"}])
    redshift.enable_logging(ClusterIdentifier="warehouse", BucketName=f"plumb-warehouse-logs-{region}", S3KeyPrefix="audit/")

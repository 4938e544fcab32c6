"""A cluster that runs, with a setting that holds a password."""


def seed(session, region):
    emr = session.client("emr", region)
    if emr.list_clusters()["Clusters"]:
        return  # moto keeps the clusters of all regions in one
    emr.run_job_flow(
        Name="nightly-figures", ReleaseLabel="emr-7.1.0", LogUri="s3://plumb-logs/emr/", VisibleToAllUsers=True,
        JobFlowRole="EMR_EC2_DefaultRole", ServiceRole="EMR_DefaultRole", Applications=[{"Name": "Spark"}],
        Tags=[{"Key": "owner", "Value": "figures"}],
        Configurations=[{"Classification": "hive-site", "Properties": {
            "javax.jdo.option.ConnectionPassword": "PLUMBLINE_CANARY_EMR"}}],
        Instances={"MasterInstanceType": "m5.xlarge", "SlaveInstanceType": "m5.xlarge", "InstanceCount": 2,
                   "KeepJobFlowAliveWhenNoSteps": True, "TerminationProtected": False, "Placement": {"AvailabilityZone": f"{region}a"}})
    emr.put_block_public_access_configuration(BlockPublicAccessConfiguration={
        "BlockPublicSecurityGroupRules": True, "PermittedPublicSecurityGroupRuleRanges": [{"MinRange": 22, "MaxRange": 22}]})

"""A notebook with root access on the open internet, and a domain of SageMaker Studio."""


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    role = f"arn:aws:iam::{account}:role/notebooks"
    sagemaker = session.client("sagemaker", region)
    sagemaker.create_notebook_instance(NotebookInstanceName="figures", InstanceType="ml.t3.medium", RoleArn=role,
                                       DirectInternetAccess="Enabled", RootAccess="Enabled", VolumeSizeInGB=5,
                                       Tags=[{"Key": "owner", "Value": "figures"}])
    sagemaker.create_domain(DomainName="studio", AuthMode="IAM", VpcId="vpc-0a1b2c3d", SubnetIds=["subnet-0a1b2c3d"],
                            DefaultUserSettings={"ExecutionRole": role}, AppNetworkAccessType="PublicInternetOnly")

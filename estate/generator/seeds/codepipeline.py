"""A pipeline that takes sources from a repository and deploys them to a bucket."""
import json


def seed(session, region):
    iam = session.client("iam", region)
    try:
        role = iam.create_role(RoleName="release-pipeline", AssumeRolePolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "codepipeline.amazonaws.com"}, "Action": "sts:AssumeRole"}]}))
    except iam.exceptions.EntityAlreadyExistsException:
        role = iam.get_role(RoleName="release-pipeline")
    session.client("codepipeline", region).create_pipeline(pipeline={
        "name": "release", "roleArn": role["Role"]["Arn"], "version": 1,
        "artifactStore": {"type": "S3", "location": "plumb-artifacts"},
        "stages": [
            {"name": "Source", "actions": [{
                "name": "Sources", "actionTypeId": {"category": "Source", "owner": "ThirdParty", "provider": "GitHub", "version": "1"},
                "configuration": {"Owner": "plumb-example", "Repo": "shop", "Branch": "main", "OAuthToken": "PLUMBLINE_CANARY_OAUTH"},
                "outputArtifacts": [{"name": "sources"}], "runOrder": 1}]},
            {"name": "Deploy", "actions": [{
                "name": "Bucket", "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "S3", "version": "1"},
                "configuration": {"BucketName": "plumb-shop", "Extract": "true"},
                "inputArtifacts": [{"name": "sources"}], "runOrder": 1}]}]})

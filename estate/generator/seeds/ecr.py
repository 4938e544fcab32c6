"""A repository that everybody may pull from, and one that nobody scans."""
import json


def seed(session, region):
    ecr = session.client("ecr", region)
    ecr.create_repository(repositoryName="shop/web", imageTagMutability="MUTABLE", imageScanningConfiguration={"scanOnPush": True},
                          tags=[{"Key": "owner", "Value": "web"}])
    ecr.set_repository_policy(repositoryName="shop/web", policyText=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Sid": "pull", "Effect": "Allow", "Principal": "*", "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]}]}))
    ecr.put_lifecycle_policy(repositoryName="shop/web", lifecyclePolicyText=json.dumps({"rules": [
        {"rulePriority": 1, "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 5},
         "action": {"type": "expire"}}]}))
    ecr.create_repository(repositoryName="shop/jobs")

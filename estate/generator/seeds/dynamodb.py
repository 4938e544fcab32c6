"""A table that can be restored to a point in time and is shared, and one that can not and is not."""
import json


def seed(session, region):
    client = session.client("dynamodb", region)
    for name in ("berths", "weather"):
        made = client.create_table(
            TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}])["TableDescription"]
        if name == "berths":
            client.update_continuous_backups(
                TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
            client.put_resource_policy(ResourceArn=made["TableArn"], Policy=json.dumps({"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"AWS": "999999999999"}, "Action": "dynamodb:GetItem", "Resource": made["TableArn"]}]}))

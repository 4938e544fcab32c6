"""A queue that everybody may write to, and an encrypted one with tags."""
import json


def seed(session, region):
    client = session.client("sqs", region)
    client.create_queue(QueueName="arrivals", Attributes={"SqsManagedSseEnabled": "true"}, tags={"owner": "harbour"})
    client.create_queue(QueueName="departures", Attributes={"Policy": json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}]})})

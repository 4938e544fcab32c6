"""A domain and an address to send from."""
import json


def seed(session, region):
    client = session.client("sesv2", region)
    account = session.client("sts", region).get_caller_identity()["Account"]
    client.create_email_identity(EmailIdentity="plumb.example", Tags=[{"Key": "owner", "Value": "web"}])
    client.create_email_identity(EmailIdentity="harbour@plumb.example")
    client.create_email_identity_policy(EmailIdentity="plumb.example", PolicyName="neighbour", Policy=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "999999999999"}, "Action": "ses:SendEmail",
                                                 "Resource": f"arn:aws:ses:{region}:{account}:identity/plumb.example"}]}))

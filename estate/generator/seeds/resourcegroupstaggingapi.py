"""Nothing of its own: it tells of the tags that the other seeds gave."""


def seed(session, region):
    session.client("sqs", region).create_queue(QueueName="tagged", tags={"owner": "harbour", "cost-centre": "4711"})

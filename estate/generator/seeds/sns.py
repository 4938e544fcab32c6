"""A topic and who hears of it."""


def seed(session, region):
    client = session.client("sns", region)
    topic = client.create_topic(Name="harbour-news", Tags=[{"Key": "owner", "Value": "pilots"}])["TopicArn"]
    client.subscribe(TopicArn=topic, Protocol="https", Endpoint="https://news.plumb.example/hook")

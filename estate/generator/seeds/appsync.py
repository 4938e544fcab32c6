"""A GraphQL API that anybody with a key may call."""


def seed(session, region):
    client = session.client("appsync", region)
    client.create_graphql_api(name="ship-register", authenticationType="API_KEY", xrayEnabled=True, tags={"owner": "harbour"},
                              logConfig={"fieldLogLevel": "ERROR", "cloudWatchLogsRoleArn": "arn:aws:iam::000000000000:role/logs"})

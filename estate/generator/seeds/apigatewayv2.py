"""An HTTP API with a stage and a route."""


def seed(session, region):
    client = session.client("apigatewayv2", region)
    api = client.create_api(Name="tide-tables", ProtocolType="HTTP", Tags={"owner": "harbour"})["ApiId"]
    client.create_stage(ApiId=api, StageName="live", AutoDeploy=True, StageVariables={"upstream": "PLUMBLINE_CANARY_STAGE"},
                        AccessLogSettings={"DestinationArn": f"arn:aws:logs:{region}:000000000000:log-group:tide-tables",
                                           "Format": "$context.requestId"})
    client.create_route(ApiId=api, RouteKey="GET /tides", AuthorizationType="NONE", Target="integrations/tides")

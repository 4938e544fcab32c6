"""A REST API with a method that anybody may call, an authorizer and a stage."""


def seed(session, region):
    gateway = session.client("apigateway", region)
    api = gateway.create_rest_api(name="orders", description="Orders of the shop", tags={"owner": "web"},
                                  endpointConfiguration={"types": ["REGIONAL"]})["id"]
    root = gateway.get_resources(restApiId=api)["items"][0]["id"]
    path = gateway.create_resource(restApiId=api, parentId=root, pathPart="orders")["id"]
    gateway.put_method(restApiId=api, resourceId=path, httpMethod="GET", authorizationType="NONE", apiKeyRequired=False)
    gateway.put_integration(restApiId=api, resourceId=path, httpMethod="GET", type="HTTP", integrationHttpMethod="GET",
                            uri="https://orders.plumb.example",
                            requestParameters={"integration.request.header.X-Key": "'PLUMBLINE_CANARY_INTEGRATION'"})
    gateway.create_authorizer(restApiId=api, name="staff", type="TOKEN", identitySource="method.request.header.Authorization",
                              authorizerUri=f"arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/arn:aws:lambda:"
                                            f"{region}:123456789012:function:check/invocations")
    deployment = gateway.create_deployment(restApiId=api)["id"]
    gateway.create_stage(restApiId=api, stageName="live", deploymentId=deployment, tracingEnabled=True,
                         variables={"upstreamToken": "PLUMBLINE_CANARY_STAGE"})

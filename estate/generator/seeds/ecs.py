"""A cluster with a service, a task definition in use and an older revision that nothing uses."""


def seed(session, region):
    client = session.client("ecs", region)
    client.create_cluster(clusterName="harbour", settings=[{"name": "containerInsights", "value": "disabled"}],
                          tags=[{"key": "owner", "value": "harbour"}])
    for tag in ("1.0", "1.1"):
        client.register_task_definition(
            family="pilot", networkMode="awsvpc", requiresCompatibilities=["FARGATE"], cpu="256", memory="512",
            tags=[{"key": "owner", "value": "harbour"}],
            containerDefinitions=[{
                "name": "pilot", "image": f"registry.plumb.example/pilot:{tag}", "essential": True, "memory": 256,
                "privileged": False, "readonlyRootFilesystem": False,
                "environment": [{"name": "RADIO_PASSWORD", "value": "PLUMBLINE_CANARY_ENVIRONMENT"}],
                "logConfiguration": {"logDriver": "splunk", "options": {
                    "splunk-url": "https://logs.plumb.example", "splunk-token": "PLUMBLINE_CANARY_SPLUNK"}}}])
    client.create_service(cluster="harbour", serviceName="pilots", taskDefinition="pilot:2", desiredCount=1,
                          launchType="FARGATE", tags=[{"key": "owner", "value": "harbour"}])

"""An environment of an old kind."""


def seed(session, region):
    client = session.client("elasticbeanstalk", region)
    client.create_application(ApplicationName="berths")
    client.create_environment(ApplicationName="berths", EnvironmentName="berths-live",
                              SolutionStackName="64bit Amazon Linux 2023 v4.0.0 running Python 3.11",
                              Tags=[{"Key": "owner", "Value": "harbour"}])

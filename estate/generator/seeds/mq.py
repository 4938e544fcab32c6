"""A broker that can be reached from everywhere."""


def seed(session, region):
    session.client("mq", region).create_broker(
        BrokerName="signals", EngineType="ACTIVEMQ", EngineVersion="5.18", HostInstanceType="mq.t3.micro", DeploymentMode="SINGLE_INSTANCE",
        PubliclyAccessible=True, AutoMinorVersionUpgrade=False, Logs={"General": False, "Audit": False}, Tags={"owner": "web"},
        Users=[{"Username": "pilot", "Password": "PLUMBLINE_CANARY_PASSWORD"}])

"""A cluster that anybody in the network may talk to."""


def seed(session, region):
    session.client("memorydb", region).create_cluster(
        ClusterName="moorings", NodeType="db.t4g.small", ACLName="open-access", TLSEnabled=True, Tags=[{"Key": "owner", "Value": "web"}])

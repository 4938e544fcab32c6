"""A migration instance that can be reached from outside, and the database that it reads."""


def seed(session, region):
    client = session.client("dms", region)
    client.create_replication_instance(
        ReplicationInstanceIdentifier="ferry", ReplicationInstanceClass="dms.t3.medium", AllocatedStorage=50, EngineVersion="3.5.4",
        MultiAZ=False, AutoMinorVersionUpgrade=True, PubliclyAccessible=True)
    client.create_endpoint(
        EndpointIdentifier="old-books", EndpointType="source", EngineName="mongodb", ServerName="books.plumb.example", Port=27017,
        DatabaseName="books", Username="reader", Password="PLUMBLINE_CANARY_PASSWORD", SslMode="none",
        ExtraConnectionAttributes="password=PLUMBLINE_CANARY_PASSWORD",
        MongoDbSettings={"Username": "reader", "Password": "PLUMBLINE_CANARY_PASSWORD", "ServerName": "books.plumb.example",
                         "Port": 27017, "DatabaseName": "books", "AuthType": "password"})

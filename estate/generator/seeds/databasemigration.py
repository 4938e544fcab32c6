"""The database that a migration reads. The instance is authored: moto's answer has a date that the SDK cannot read."""


def seed(session, region):
    session.client("dms", region).create_endpoint(
        EndpointIdentifier="old-books", EndpointType="source", EngineName="mongodb", ServerName="books.plumb.example", Port=27017,
        DatabaseName="books", Username="reader", Password="PLUMBLINE_CANARY_PASSWORD", SslMode="none",
        ExtraConnectionAttributes="password=PLUMBLINE_CANARY_PASSWORD",
        MongoDbSettings={"Username": "reader", "Password": "PLUMBLINE_CANARY_PASSWORD", "ServerName": "books.plumb.example",
                         "Port": 27017, "DatabaseName": "books", "AuthType": "password"})

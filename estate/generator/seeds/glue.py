"""The catalog's settings, a job and the connection it uses."""
import json


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    glue = session.client("glue", region)
    glue.put_data_catalog_encryption_settings(DataCatalogEncryptionSettings={
        "EncryptionAtRest": {"CatalogEncryptionMode": "DISABLED"},
        "ConnectionPasswordEncryption": {"ReturnConnectionPasswordEncrypted": False}})
    glue.put_resource_policy(PolicyInJson=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "glue:GetTable",
         "Resource": f"arn:aws:glue:{region}:{account}:catalog"}]}))
    glue.create_security_configuration(Name="plain", EncryptionConfiguration={
        "S3Encryption": [{"S3EncryptionMode": "DISABLED"}],
        "CloudWatchEncryption": {"CloudWatchEncryptionMode": "DISABLED"},
        "JobBookmarksEncryption": {"JobBookmarksEncryptionMode": "DISABLED"}})
    glue.create_connection(ConnectionInput={
        "Name": "warehouse", "ConnectionType": "JDBC", "ConnectionProperties": {
            "JDBC_CONNECTION_URL": "jdbc:postgresql://db.plumb.example:5432/shop", "JDBC_ENFORCE_SSL": "false",
            "USERNAME": "figures", "PASSWORD": "PLUMBLINE_CANARY_GLUE_CONNECTION"}})
    glue.create_job(
        Name="load-orders", Role=f"arn:aws:iam::{account}:role/glue-jobs", GlueVersion="4.0",
        Command={"Name": "glueetl", "ScriptLocation": "s3://plumb-scripts/load.py", "PythonVersion": "3"},
        DefaultArguments={"--enable-continuous-cloudwatch-log": "true", "--db-password": "PLUMBLINE_CANARY_GLUE_JOB"},
        Connections={"Connections": ["warehouse"]}, SecurityConfiguration="plain", MaxRetries=1, Timeout=60)

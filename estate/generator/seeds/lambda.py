"""A function that everybody may call, with a secret in its environment, and a layer that everybody may use."""
import io
import json
import zipfile


def seed(session, region):
    iam = session.client("iam", region)
    try:
        role = iam.create_role(RoleName="functions", AssumeRolePolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}))
    except iam.exceptions.EntityAlreadyExistsException:
        role = iam.get_role(RoleName="functions")
    client = session.client("lambda", region)
    client.create_function(FunctionName="resize-pictures", Runtime="python3.12", Role=role["Role"]["Arn"], Handler="main.handle",
                           Code={"ZipFile": archive("def handle(event, context):\n    return event\n")}, Timeout=10,
                           Environment={"Variables": {"TOKEN": "PLUMBLINE_CANARY_ENVIRONMENT"}}, Tags={"owner": "web"})
    client.add_permission(FunctionName="resize-pictures", StatementId="everybody", Action="lambda:InvokeFunction", Principal="*")
    client.create_function(FunctionName="send-mail", Runtime="python3.9", Role=role["Role"]["Arn"], Handler="main.handle",
                           Code={"ZipFile": archive("def handle(event, context):\n    return None\n")})
    layer = client.publish_layer_version(LayerName="pictures", Description="Tools for pictures",
                                         Content={"ZipFile": archive("SIZES = (1, 2)\n")}, CompatibleRuntimes=["python3.12"])
    client.add_layer_version_permission(LayerName="pictures", VersionNumber=layer["Version"], StatementId="everybody",
                                        Action="lambda:GetLayerVersion", Principal="*")


def archive(source):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as writer:
        writer.writestr(zipfile.ZipInfo("main.py", (2024, 1, 1, 0, 0, 0)), source)
    return packed.getvalue()

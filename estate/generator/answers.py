"""Answers computed from estate.yaml: what has an age, what belongs to root, what the organization looks like."""
import base64
import json
import re

CSV = ("user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
       "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,"
       "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
       "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
       "cert_2_last_rotated")


def instead(request, estate, facts):
    """The whole answer, or None if moto is to be asked."""
    handler = INSTEAD.get(request.name)
    return handler(request, estate, facts) if handler else None


def changed(request, text, estate, facts):
    """moto's answer with what moto cannot know put in, or None to leave it."""
    handler = CHANGED.get(request.name)
    return handler(request, text, estate, facts) if handler else None


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S+00:00")


def xml(action, inner, space="https://iam.amazonaws.com/doc/2010-05-08/"):
    return 200, "text/xml", (f'<{action}Response xmlns="{space}">\n<{action}Result>\n{inner}\n</{action}Result>\n'
                             f"<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata>\n</{action}Response>")


def as_json(tree):
    return 200, "application/x-amz-json-1.1", json.dumps(tree, indent=1)


def denied(code, message, status=400):
    return status, "application/x-amz-json-1.1", json.dumps({"__type": code, "message": message})


def users(request):
    return {user.get("alias", user["name"]): user for user in request.account["users"]}


def password_dates(user, estate):
    used = user.get("password_used")
    return iso(estate.days_ago(used)) if used is not None else "no_information"


def key_used(user, estate):
    used = user.get("key_used", "never")
    return "N/A" if used == "never" else iso(estate.days_ago(used))


def created(user, estate):
    return estate.days_ago(user.get("key_age", 500)) if user.get("key_with_user") else estate.days_ago(500)


def credential_report(request, estate, facts):
    root = request.account["root"]
    lines = [CSV]
    key = ["true", iso(estate.days_ago(300)), "N/A", "N/A", "N/A"] if root["keys"] else ["false"] + ["N/A"] * 4
    used = iso(estate.days_ago(root["password_last_used"])) if root["password"] else "no_information"
    lines.append(",".join(["<root_account>", f"arn:aws:iam::{request.account.id}:root", iso(estate.days_ago(900)), "not_supported",
                           used, "not_supported", "not_supported", "false" if root["mfa"] == "none" else "true", *key,
                           "false", "N/A", "N/A", "N/A", "N/A", "false", "N/A", "false", "N/A"]))
    for name, user in users(request).items():
        password = user.get("password", False)
        key = (["true", iso(estate.days_ago(user["key_age"])), key_used(user, estate), "us-east-1", "s3"]
               if "key_age" in user else ["false"] + ["N/A"] * 4)
        lines.append(",".join([name, f"arn:aws:iam::{request.account.id}:user/{name}", iso(created(user, estate)),
                               str(password).lower(), password_dates(user, estate) if password else "N/A",
                               iso(estate.days_ago(60)) if password else "N/A", "N/A", str(user.get("mfa", False)).lower(),
                               *key, "false", "N/A", "N/A", "N/A", "N/A", "false", "N/A", "false", "N/A"]))
    content = base64.b64encode("\n".join(lines).encode()).decode()
    return xml("GetCredentialReport", f"<Content>{content}</Content><ReportFormat>text/csv</ReportFormat>"
                                      f"<GeneratedTime>{estate.days_ago(0, 3600).strftime('%Y-%m-%dT%H:%M:%SZ')}</GeneratedTime>")


def account_summary(request, estate, facts):
    root = request.account["root"]
    values = {"Users": len(request.account["users"]), "AccountMFAEnabled": int(root["mfa"] != "none"),
              "AccountAccessKeysPresent": root["keys"], "AccountPasswordPresent": int(root["password"]),
              "AccountSigningCertificatesPresent": 0}
    entries = "\n".join(f"<entry><key>{key}</key><value>{value}</value></entry>" for key, value in values.items())
    return xml("GetAccountSummary", f"<SummaryMap>\n{entries}\n</SummaryMap>")


def virtual_devices(request, text, estate, facts):
    if request.account["root"]["mfa"] != "virtual":
        return None
    device = (f"<member><SerialNumber>arn:aws:iam::{request.account.id}:mfa/phone</SerialNumber><User><Path/><UserName/>"
              f"<UserId>{request.account.id}</UserId><Arn>arn:aws:iam::{request.account.id}:root</Arn>"
              f"<CreateDate>2024-01-01T00:00:00Z</CreateDate></User><EnableDate>2024-01-01T00:00:00Z</EnableDate></member>")
    return text.replace("<VirtualMFADevices>", "<VirtualMFADevices>" + device, 1)


def user_dates(request, text, estate, facts):
    for name, user in users(request).items():
        def dated(match):
            body = re.sub(r"<CreateDate>[^<]*", "<CreateDate>" + created(user, estate).strftime("%Y-%m-%dT%H:%M:%SZ"), match.group(0))
            body = re.sub(r"<PasswordLastUsed>[^<]*</PasswordLastUsed>", "", body)
            if user.get("password") and user.get("password_used") is not None:
                used = estate.days_ago(user["password_used"]).strftime("%Y-%m-%dT%H:%M:%SZ")
                body = body.replace("</UserName>", f"</UserName><PasswordLastUsed>{used}</PasswordLastUsed>", 1)
            return body
        text = re.sub(r"<member>(?:(?!</member>).)*?<UserName>" + re.escape(name) + r"</UserName>.*?</member>", dated, text, flags=re.S)
    return text


def key_dates(request, text, estate, facts):
    user = users(request).get(request.parameters["UserName"], {})
    if "key_age" not in user:
        return None
    seconds = -5 if user.get("key_with_user") else 0
    age = estate.days_ago(user["key_age"], seconds).strftime("%Y-%m-%dT%H:%M:%SZ")
    return re.sub(r"<CreateDate>[^<]*", "<CreateDate>" + age, text)


def key_last_used(request, estate, facts):
    account, name = facts["keys_of_user"][request.parameters["AccessKeyId"]]
    user = next(u for u in estate.account(account)["users"] if u.get("alias", u["name"]) == name)
    used = user.get("key_used", "never")
    date = "" if used == "never" else f"<LastUsedDate>{estate.days_ago(used).strftime('%Y-%m-%dT%H:%M:%SZ')}</LastUsedDate>"
    place = "N/A" if used == "never" else "us-east-1"
    return xml("GetAccessKeyLastUsed", f"<UserName>{name}</UserName><AccessKeyLastUsed>{date}<ServiceName>"
                                       f"{'N/A' if used == 'never' else 's3'}</ServiceName><Region>{place}</Region></AccessKeyLastUsed>")


def regions(request, estate, facts):
    items = []
    for region in estate.regions + ["ap-south-2"]:
        opt = "opt-in-not-required"
        if region in estate.opt_in:
            opt = "opted-in" if request.account.name in estate.opt_in[region] else "not-opted-in"
        elif region == "ap-south-2":
            opt = "not-opted-in"
        items.append(f"<item><regionName>{region}</regionName><regionEndpoint>ec2.{region}.amazonaws.com</regionEndpoint>"
                     f"<optInStatus>{opt}</optInStatus></item>")
    return 200, "text/xml", ('<DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\n<regionInfo>\n'
                             + "\n".join(items) + "\n</regionInfo>\n</DescribeRegionsResponse>")


def assume_role(request, estate, facts):
    number = re.search(r"::(\d{12}):", request.parameters["RoleArn"]).group(1)
    if estate.by_id(number).name not in estate.no_role:
        return None
    return 403, "text/xml", ('<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>'
                             f"<Code>AccessDenied</Code><Message>User: arn:aws:iam::{request.account.id}:user/scanner is not authorized to"
                             f" perform: sts:AssumeRole on resource: {request.parameters['RoleArn']}</Message></Error></ErrorResponse>")


def kms_denied(request, estate, facts):
    action = f"kms:{request.operation}"
    if action in request.account.get("scp_denied", {}).get(request.region, []):
        return denied("AccessDeniedException", f"User: arn:aws:sts::{request.account.id}:assumed-role/PlumblineAudit/plumbline is not"
                      f" authorized to perform: {action} with an explicit deny in a service control policy")
    if request.account.get("denied", {}).get(action) == request.region:
        return denied("AccessDeniedException", f"User: arn:aws:sts::{request.account.id}:assumed-role/PlumblineAudit/plumbline is not"
                      f" authorized to perform: {action} because no identity-based policy allows the {action} action")
    return None


def organization(request, estate, facts):
    management = estate.id_of(estate.management)
    return as_json({"Organization": {"Id": "o-plumb00001", "Arn": f"arn:aws:organizations::{management}:organization/o-plumb00001",
                                     "FeatureSet": "ALL", "MasterAccountId": management,
                                     "MasterAccountArn": f"arn:aws:organizations::{management}:account/o-plumb00001/{management}",
                                     "MasterAccountEmail": "aws@plumb.example"}})


def unit_id(path):
    return "ou-plmb-" + re.sub("[^a-z0-9]", "", path.lower())[:12].ljust(8, "0")


def roots(request, estate, facts):
    return as_json({"Roots": [{"Id": "r-plmb", "Arn": "arn:aws:organizations::root", "Name": "Root", "PolicyTypes": []}]})


def units_under(parent, estate):
    paths = set()
    for path in estate.units:
        parts = path.split("/")
        for depth in range(len(parts)):
            above = "r-plmb" if depth == 0 else unit_id("/".join(parts[:depth]))
            if above == parent:
                paths.add("/".join(parts[:depth + 1]))
    return sorted(paths)


def units(request, estate, facts):
    return as_json({"OrganizationalUnits": [{"Id": unit_id(path), "Arn": f"arn:aws:organizations::ou/{unit_id(path)}",
                                             "Name": path.split("/")[-1]} for path in units_under(request.parameters["ParentId"], estate)]})


def accounts(request, estate, facts):
    parent = request.parameters["ParentId"]
    names = [estate.management] if parent == "r-plmb" else [n for p, ns in estate.units.items() if unit_id(p) == parent for n in ns]
    return as_json({"Accounts": [{"Id": estate.id_of(name), "Arn": f"arn:aws:organizations::account/{estate.id_of(name)}", "Name": name,
                                  "Email": f"aws+{name}@plumb.example", "JoinedMethod": "CREATED", "JoinedTimestamp": 1672531200,
                                  "Status": "SUSPENDED" if name in estate.suspended else "ACTIVE"} for name in names]})


def org_trail(estate, facts):
    management = estate.id_of(estate.management)
    security = estate.id_of("security")
    return {"Name": "org-trail", "S3BucketName": "plumb-org-trail", "IncludeGlobalServiceEvents": True, "IsMultiRegionTrail": True,
            "HomeRegion": "us-east-1", "TrailARN": facts["trail", estate.management], "LogFileValidationEnabled": True,
            "CloudWatchLogsLogGroupArn": f"arn:aws:logs:us-east-1:{security}:log-group:org-trail:*",
            "CloudWatchLogsRoleArn": f"arn:aws:iam::{management}:role/trail", "KmsKeyId": facts["kms"][(estate.management, "data")],
            "HasCustomEventSelectors": True, "HasInsightSelectors": False, "IsOrganizationTrail": True}


def trails(request, text, estate, facts):
    tree = json.loads(text)
    # The sandbox was put into the organization after its trail was made and is left out of the organization's; see estate.yaml.
    if request.account.name != "sandbox":
        tree["trailList"] = [trail for trail in tree["trailList"] if trail["Name"] != "org-trail"] + [org_trail(estate, facts)]
    return json.dumps(tree, indent=1)


def trail_status(request, estate, facts):
    organization_trail = request.parameters["Name"] == facts["trail", estate.management]
    recent = int(estate.days_ago(0, 600).timestamp())
    status = {"IsLogging": True, "LatestDeliveryTime": recent, "StartLoggingTime": int(estate.days_ago(700).timestamp())}
    if organization_trail:
        status["LatestCloudWatchLogsDeliveryTime"] = recent
    return as_json(status)


def selectors(request, text, estate, facts):
    tree = json.loads(text)
    if not tree.get("EventSelectors"):
        tree["EventSelectors"] = [{"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": [], "ExcludeManagementEventSources": []}]
    return json.dumps(tree, indent=1)


def recorder_status(request, text, estate, facts):
    tree = json.loads(text)
    for status in tree.get("ConfigurationRecordersStatus", []):
        status["lastStatus"] = "SUCCESS"
        status["lastStartTime"] = int(estate.days_ago(300).timestamp())
    return json.dumps(tree, indent=1)


def contact(request, estate, facts):
    if not request.account["contact"]:
        return 404, "application/json", json.dumps({"__type": "ResourceNotFoundException", "message": "No contact information found"})
    return 200, "application/json", json.dumps({"ContactInformation": {
        "FullName": "Plumb Fictional Ltd", "AddressLine1": "1 Canary Street", "City": "London", "CountryCode": "GB",
        "PostalCode": "E14 5AB", "PhoneNumber": "+442079460018", "CompanyName": "Plumb Fictional Ltd"}})


INSTEAD = {
    "iam.GetCredentialReport": credential_report, "iam.GetAccountSummary": account_summary, "iam.GetAccessKeyLastUsed": key_last_used,
    "ec2.DescribeRegions": regions, "sts.AssumeRole": assume_role,
    "kms.ListKeys": kms_denied, "kms.GetKeyRotationStatus": kms_denied, "kms.DescribeKey": kms_denied,
    "organizations.DescribeOrganization": organization, "organizations.ListRoots": roots,
    "organizations.ListOrganizationalUnitsForParent": units, "organizations.ListAccountsForParent": accounts,
    "cloudtrail.GetTrailStatus": trail_status, "account.getContactInformation": contact,
}
CHANGED = {
    "iam.ListVirtualMFADevices": virtual_devices, "iam.ListUsers": user_dates, "iam.ListAccessKeys": key_dates,
    "cloudtrail.DescribeTrails": trails, "cloudtrail.GetEventSelectors": selectors,
    "config.DescribeConfigurationRecorderStatus": recorder_status,
}

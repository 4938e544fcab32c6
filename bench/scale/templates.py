"""Makes the canned server's templates out of the answers that the estate recorded: one account and region stand for all."""
import json
import pathlib
import re

RECORDING = "estate/src/main/resources/io/plumbline/estate/recording/answers"
ACCOUNT = re.compile(r"\b2[12]0000000\d{3}\b")
REGION = re.compile(r"\b(us-east-1|eu-west-1|eu-central-1|af-south-1)\b")
ID = re.compile(r"\b([a-z]+(?:-(?:assoc|attach|cidr-assoc))?)-[0-9a-f]{17}\b")

# Operations whose rows are played many times: what one row is, how many there are, how many a page holds, and how a page names the next.
EC2_NEXT = "{{more}}<nextToken>{{next}}</nextToken>{{end}}"
ROWS = {
    "ec2/DescribeSecurityGroups": ("securityGroupInfo", "item", "2*size", 1000, EC2_NEXT),
    "ec2/DescribeNetworkInterfaces": ("networkInterfaceSet", "item", "2*size", 1000, EC2_NEXT),
    "ec2/DescribeInstances": ("reservationSet", "item", "size", 1000, EC2_NEXT),
    "ec2/DescribeVpcs": ("vpcSet", "item", "1", 1000, EC2_NEXT),
    "ec2/DescribeRouteTables": ("routeTableSet", "item", "2", 100, EC2_NEXT),
    "ec2/DescribeFlowLogs": ("flowLogSet", "item", "1", 1000, EC2_NEXT),
}
# Whose id it is does not change from row to row: what many rows refer to.
SHARED = {"vpc"}


def answers(checkout):
    """The longest good answer to each operation."""
    best = {}
    for file in sorted((checkout / RECORDING).rglob("*.json")):
        answer = json.loads(file.read_text())
        body = "".join(answer["lines"]) if answer.get("lines") else json.dumps(answer["json"])
        key = f"{answer['service']}/{operation(answer)}"
        rank = (answer["status"] == 200, len(body))
        if key not in best or rank > best[key][0]:
            best[key] = (rank, answer, body)
    return {key: (answer, body) for key, (_, answer, body) in best.items()}


def operation(answer):
    """As the canned server names it: REST answers by method, path and bare parameter."""
    method, path = answer["asked"][0].split(" ", 1)
    name = answer["operation"]
    if name.startswith("post-"):
        return "POST-" + path.rsplit("/", 1)[-1]
    if name.startswith("get"):
        bare = [asked[:-1] for asked in answer["asked"][1:] if asked.endswith("=")]
        return "GET" + ("-item" if len(path) > 1 else "") + "".join("-" + parameter for parameter in bare)
    return name


def general(text, row=False):
    text = REGION.sub("{{region}}", ACCOUNT.sub("{{account}}", text))
    return ID.sub(lambda found: found[1] + ("-{{id}}" if row and found[1] not in SHARED else "-{{id0}}"), text)


def rows_of(body, container, row, amount, page, following):
    """The body with its first row again and again."""
    start = body.index(f"<{container}>") + len(container) + 2
    end = body.index(f"</{container}>", start)
    first = body[start:matching(body, start, row)]
    after = end + len(container) + 3
    return (general(body[:start]) + f"{{{{rows {amount} {page}}}}}" + general(first, row=True) + "{{end}}"
            + body[end:after] + following + general(body[after:]))


def matching(body, start, tag):
    """Where the element that starts at `start` ends: rows hold elements of the same name."""
    depth, at = 0, start
    for found in re.finditer(rf"<(/?){tag}(?: [^>]*)?(/?)>", body[start:]):
        depth += -1 if found[1] else 0 if found[2] else 1
        at = start + found.end()
        if depth == 0:
            return at
    raise ValueError(f"no end of <{tag}> at {start}")


def special():
    """Operations whose recorded answer does not grow by repeating an element of XML."""
    user = ("<member><Path>/</Path><UserName>user-{{n}}</UserName><UserId>AIDA{{id}}</UserId>"
            "<Arn>arn:aws:iam::{{account}}:user/user-{{n}}</Arn><CreateDate>2024-05-01T10:00:00Z</CreateDate>"
            "<UserPolicyList/><GroupList/><AttachedManagedPolicies/><Tags/></member>")
    role = ("<member><Path>/</Path><RoleName>role-{{n}}</RoleName><RoleId>AROA{{id}}</RoleId>"
            "<Arn>arn:aws:iam::{{account}}:role/role-{{n}}</Arn><CreateDate>2024-05-01T10:00:00Z</CreateDate>"
            "<AssumeRolePolicyDocument>%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D</AssumeRolePolicyDocument>"
            "<InstanceProfileList/><RolePolicyList/><AttachedManagedPolicies/><Tags/></member>")
    csv = ("user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
           "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,"
           "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
           "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated")
    none = ",N/A" * 3
    root = ("<root_account>,arn:aws:iam::{{account}}:root,2024-01-01T00:00:00+00:00,not_supported,2025-01-01T00:00:00+00:00,not_supported,"
            f"not_supported,true,false,N/A{none},false,N/A{none},false,N/A,false,N/A")
    line = ("user-{{n}},arn:aws:iam::{{account}}:user/user-{{n}},2024-05-01T10:00:00+00:00,true,2026-11-01T00:00:00+00:00,"
            f"2026-10-01T00:00:00+00:00,N/A,true,true,2026-10-01T00:00:00+00:00,N/A{',N/A' * 2},false,N/A{none},false,N/A,false,N/A")
    users = "{{rows 10 1000}}"
    iam = "xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\""
    yield "iam/GetAccountAuthorizationDetails", (
        f"<GetAccountAuthorizationDetailsResponse {iam}><GetAccountAuthorizationDetailsResult><UserDetailList>{users}{user}{{{{end}}}}"
        f"</UserDetailList><GroupDetailList/><RoleDetailList>{users}{role}{{{{end}}}}</RoleDetailList><Policies/>"
        "<IsTruncated>false</IsTruncated></GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>"), "text/xml"
    yield "iam/ListUsers", (
        f"<ListUsersResponse {iam}><ListUsersResult><Users>{users}<member><Path>/</Path><UserName>user-{{{{n}}}}</UserName>"
        "<UserId>AIDA{{id}}</UserId><Arn>arn:aws:iam::{{account}}:user/user-{{n}}</Arn><CreateDate>2024-05-01T10:00:00Z</CreateDate>"
        "</member>{{end}}</Users><IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>"), "text/xml"
    yield "iam/GetCredentialReport", (
        f"<GetCredentialReportResponse {iam}><GetCredentialReportResult><Content>{{{{base64}}}}{csv}\n{root}\n{users}{line}\n{{{{end}}}}"
        "{{end}}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-22T00:00:00Z</GeneratedTime>"
        "</GetCredentialReportResult></GetCredentialReportResponse>"), "text/xml"
    key = "00000000-0000-4000-8000-{{account}}"
    yield "kms/ListKeys", (
        "{\"Keys\":[{{rows 1 1000}}{{comma}}{\"KeyId\":\"%s-{{n}}\",\"KeyArn\":\"arn:aws:kms:{{region}}:{{account}}:key/%s-{{n}}\"}{{end}}],"
        "\"Truncated\":false}" % (key, key)), "application/x-amz-json-1.1"
    yield "kms/DescribeKey", (
        "{\"KeyMetadata\":{\"AWSAccountId\":\"{{account}}\",\"KeyId\":\"{{param KeyId}}\",\"Arn\":\"{{param KeyId}}\","
        "\"CreationDate\":1735689600,\"Enabled\":true,\"Description\":\"\",\"KeyUsage\":\"ENCRYPT_DECRYPT\",\"KeyState\":\"Enabled\","
        "\"Origin\":\"AWS_KMS\",\"KeyManager\":\"CUSTOMER\",\"KeySpec\":\"SYMMETRIC_DEFAULT\",\"CustomerMasterKeySpec\":"
        "\"SYMMETRIC_DEFAULT\",\"EncryptionAlgorithms\":[\"SYMMETRIC_DEFAULT\"],\"MultiRegion\":false}}"), "application/x-amz-json-1.1"
    yield "kms/GetKeyRotationStatus", "{\"KeyRotationEnabled\":true}", "application/x-amz-json-1.1"
    yield "cloudtrail/DescribeTrails", (
        "{\"trailList\":[{\"Name\":\"trail\",\"S3BucketName\":\"trail-{{account}}\",\"IncludeGlobalServiceEvents\":true,"
        "\"IsMultiRegionTrail\":true,\"HomeRegion\":\"us-east-1\",\"TrailARN\":\"arn:aws:cloudtrail:us-east-1:{{account}}:trail/trail\","
        "\"LogFileValidationEnabled\":true,\"CloudWatchLogsLogGroupArn\":\"arn:aws:logs:us-east-1:{{account}}:log-group:trail:*\","
        "\"HasCustomEventSelectors\":true,\"HasInsightSelectors\":false,\"IsOrganizationTrail\":false}]}"), "application/x-amz-json-1.1"
    yield "s3/GET", (
        "<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Buckets><Bucket><Name>trail-{{account}}</Name>"
        "<CreationDate>2024-05-01T10:00:00.000Z</CreationDate></Bucket></Buckets><Owner><ID>bench</ID></Owner></ListAllMyBucketsResult>"
    ), "application/xml"
    yield "organizations/DescribeOrganization", (
        "{\"Organization\":{\"Id\":\"o-bench00001\",\"Arn\":\"arn:aws:organizations::100000000000:organization/o-bench00001\","
        "\"FeatureSet\":\"ALL\",\"MasterAccountId\":\"100000000000\",\"MasterAccountArn\":"
        "\"arn:aws:organizations::100000000000:account/o-bench00001/100000000000\",\"MasterAccountEmail\":\"aws@bench.example\"}}"
    ), "application/x-amz-json-1.1"
    yield "organizations/ListRoots", (
        "{\"Roots\":[{\"Id\":\"r-root\",\"Arn\":\"arn:aws:organizations::root\",\"Name\":\"Root\",\"PolicyTypes\":[]}]}"
    ), "application/x-amz-json-1.1"


def write(checkout, folder):
    """One file an operation."""
    for key, (answer, body) in answers(checkout).items():
        text = rows_of(body, *ROWS[key]) if key in ROWS else general(body)
        one(folder, key, answer["status"], answer["contentType"], answer["errorCode"] or "-", text)
    for key, text, content_type in special():
        one(folder, key, 200, content_type, "-", text)


def one(folder, key, status, content_type, error, text):
    file = folder / key
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{status}\t{content_type}\t{error}\n{text}")


if __name__ == "__main__":
    import sys
    write(pathlib.Path(__file__).resolve().parents[2], pathlib.Path(sys.argv[1]))

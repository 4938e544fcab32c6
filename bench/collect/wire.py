"""What an AWS request is called, and what makes two of them the same."""
import re
import urllib.parse
from typing import NamedTuple

SCOPE = re.compile(r"Credential=([^/,\s]+)/\d{8}/([^/,]+)/([^/,]+)/aws4_request")
# A part of a path that names a thing rather than an operation.
NAME = re.compile(r"^(arn[:%].*|\d{12}|[0-9a-f]{8}-[0-9a-f-]+)$")


class Request(NamedTuple):
    method: str
    target: str  # path and query
    headers: dict  # names in lower case
    body: bytes

    def scope(self):
        """Who signed it, for which region and service."""
        found = SCOPE.search(self.headers.get("authorization", ""))
        return found.groups() if found else ("", "", "")

    def bucket(self):
        """What stands in front of the host: a bucket or, for a few services, the account."""
        host = self.headers.get("host", "").split(":")[0]
        return host.removesuffix(".localhost") if host.endswith(".localhost") else ""

    def key(self):
        """Equal for requests that ask the same of the same account, region and service; signature and date play no part."""
        body = self.body
        if self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            body = b"&".join(sorted(body.split(b"&")))
        path, _, query = self.target.partition("?")
        if self.bucket():  # bucket.host/key and host/bucket/key ask the same
            path = "/" + self.bucket() + path.rstrip("/")
        return (*self.scope(), self.method, path, query, self.headers.get("x-amz-target", ""), body)

    def operation(self):
        """Such as iam.ListUsers; services that speak REST have no name in the request, so theirs is the method and path."""
        service = self.scope()[2]
        target = self.headers.get("x-amz-target")
        if target:
            return f"{service}.{target.rsplit('.', 1)[-1]}"
        action = re.search(rb"(?:^|&)Action=(\w+)", self.body)
        if action:
            return f"{service}.{action.group(1).decode()}"
        path, _, query = self.target.partition("?")
        if "/operation/" in path:
            return f"{service}.{path.rsplit('/', 1)[-1]}"
        parts = [part for part in path.split("/") if part]
        if service == "s3" and "/v20180820/" not in path:
            what = "/bucket" if parts or self.bucket() else "/"
            named = sorted(name for name, value in urllib.parse.parse_qsl(query, keep_blank_values=True) if not value)
            return f"s3.{self.method} {what}" + ("?" + "&".join(named) if named else "")
        shown = ["*" if NAME.match(part) else part for part in parts]
        return f"{service}.{self.method} /" + "/".join(shown)


def unsupported(request):
    """The answer, in the service's own protocol, for what moto does not know: an error that no SDK retries."""
    code, text = "UnsupportedOperation", f"The benchmark's account does not know {request.operation()}"
    service = request.scope()[2]
    if request.headers.get("x-amz-target"):
        return 400, {"Content-Type": "application/x-amz-json-1.1"}, f'{{"__type":"{code}","message":"{text}"}}'.encode()
    if service == "s3":
        return 400, {"Content-Type": "application/xml"}, f"<Error><Code>{code}</Code><Message>{text}</Message></Error>".encode()
    error = f"<Error><Code>{code}</Code><Message>{text}</Message></Error>"
    if service == "ec2":
        return 400, {"Content-Type": "text/xml"}, f"<Response><Errors>{error}</Errors><RequestID>0</RequestID></Response>".encode()
    if b"Action=" in request.body:
        return 400, {"Content-Type": "text/xml"}, f"<ErrorResponse>{error}<RequestId>0</RequestId></ErrorResponse>".encode()
    return 400, {"Content-Type": "application/json", "x-amzn-ErrorType": code}, f'{{"message":"{text}"}}'.encode()

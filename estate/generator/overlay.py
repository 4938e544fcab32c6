"""A proxy between the scan and moto: it answers what moto cannot, from the files in estate/overlay and from estate.yaml."""
import http.client
import http.server
import json
import re
import string
import threading
import urllib.parse

import yaml

from generator import answers

SCOPE = re.compile(r"Credential=([^/,]+)/\d{8}/([^/,]+)/([^/,]+)/aws4_request")


class Request:
    """What the scan asked: who, where, what."""

    def __init__(self, method, path, headers, body, account):
        self.method, self.path, self.body, self.account = method, path, body, account
        scope = SCOPE.search(headers.get("Authorization", ""))
        self.key, self.region, self.service = scope.groups() if scope else ("", "", "")
        form = dict(urllib.parse.parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        target = headers.get("X-Amz-Target", "")
        self.operation = form.get("Action") or (target.rsplit(".", 1)[-1] if target else path.split("?")[0].strip("/").split("/")[-1])
        self.parameters = form if "Action" in form else (json.loads(body) if body[:1] == b"{" else {})

    @property
    def name(self):
        return f"{self.service}.{self.operation}"


class Authored:
    """One file of estate/overlay."""

    def __init__(self, path):
        tree = yaml.safe_load(path.read_text())
        unknown = set(tree) - {"operation", "accounts", "regions", "having", "status", "type", "body"}
        if unknown:
            raise SystemExit(f"{path}: unknown keys {sorted(unknown)}")
        self.operation = tree["operation"]
        self.accounts, self.regions, self.having = tree.get("accounts"), tree.get("regions"), tree.get("having", "")
        self.status, self.type, self.body = tree.get("status", 200), tree.get("type", "text/xml"), tree["body"]

    def answers(self, request):
        return (request.name == self.operation
                and (not self.accounts or request.account.name in self.accounts)
                and (not self.regions or request.region in self.regions)
                and self.having in request.body.decode("utf-8", "replace"))

    def render(self, request, estate):
        values = {"account_id": request.account.id, "account": request.account.name, "region": request.region}
        values.update({f"days_ago_{n}": estate.days_ago(n).strftime("%Y-%m-%dT%H:%M:%SZ") for n in range(0, 800)})
        values.update({f"epoch_ago_{n}": str(int(estate.days_ago(n).timestamp())) for n in range(0, 800)})
        return self.status, self.type, string.Template(self.body).safe_substitute(values).encode()


class Proxy:
    """Stands between the scan and moto; who inherits says what it answers."""

    def __init__(self, target):
        self.target = urllib.parse.urlparse(target)
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, headers, answer = proxy.answer(self.command, self.path, self.headers, body)
                self.send_response(status)
                for key, value in headers.items():
                    self.send_header(key, value)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_POST = do_PUT = do_HEAD = handle_any

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def forward(self, method, path, headers, body):
        connection = http.client.HTTPConnection(self.target.hostname, self.target.port, timeout=60)
        kept = {key: value for key, value in headers.items() if key.lower() not in ("connection", "content-length")}
        connection.request(method, path, body=body, headers=kept)
        response = connection.getresponse()
        text = response.read()
        connection.close()
        return response.status, response.getheader("Content-Type", "text/xml"), text

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *arguments):
        self.server.shutdown()


class OverlayProxy(Proxy):
    def __init__(self, estate, facts, folder, target):
        super().__init__(target)
        self.estate, self.facts = estate, facts
        self.authored = [Authored(path) for path in sorted(folder.glob("*.yaml"))]
        self.account_of_key = {}

    def answer(self, method, path, headers, body):
        request = Request(method, path, headers, body, None)
        request.account = self.estate.by_id(self.account_of_key.get(request.key, "")) or self.estate.account(self.estate.management)
        for authored in self.authored:
            if authored.answers(request):
                status, kind, text = authored.render(request, self.estate)
                return status, {"Content-Type": kind}, text
        computed = answers.instead(request, self.estate, self.facts)
        if computed:
            status, kind, text = computed
            return status, {"Content-Type": kind}, text.encode()
        status, kind, text = self.forward(method, path, headers, body)
        if request.operation == "AssumeRole" and status == 200:
            key = re.search(rb"<AccessKeyId>([^<]+)<", text).group(1).decode()
            self.account_of_key[key] = re.search(r"::(\d{12}):", request.parameters["RoleArn"]).group(1)
        changed = answers.changed(request, text.decode("utf-8", "replace"), self.estate, self.facts)
        return status, {"Content-Type": kind}, changed.encode() if changed is not None else text

"""Every resource type once: what moto can make is made there by the seeds, what it cannot is answered from estate/overlay/types."""
import importlib
import pkgutil
import re
import string
import sys

import yaml

from generator import seeds
from generator.overlay import Proxy, Request

KEYS = {"service", "method", "path", "operation", "having", "status", "type", "body"}


class TypeAnswer:
    """One answer of a file of estate/overlay/types."""

    def __init__(self, file, tree):
        unknown = set(tree) - KEYS
        if unknown or not {"service", "body"} <= set(tree):
            raise SystemExit(f"{file}: an answer has the keys {sorted(KEYS)}, at least service and body; wrong: {sorted(unknown)}")
        self.service, self.operation = tree["service"], tree.get("operation", "")
        self.having = tree.get("having", "")
        self.method, self.path = tree.get("method", ""), re.compile(tree.get("path", "."))
        self.status, self.type, self.body = tree.get("status", 200), tree.get("type", "application/json"), tree["body"]

    def answers(self, request):
        return (request.service == self.service and (not self.method or request.method == self.method)
                and (self.path.search(request.path) or self.path.search(request.path.split("?")[0])) and (not self.operation or request.operation == self.operation)
                and self.having in request.body.decode("utf-8", "replace"))


class TypesProxy(Proxy):
    def __init__(self, account_id, folder, target):
        super().__init__(target)
        self.account_id = account_id
        self.authored = [TypeAnswer(path, tree) for path in sorted(folder.glob("*.yaml")) for tree in yaml.safe_load(path.read_text())]

    def answer(self, method, path, headers, body):
        request = Request(method, path, headers, body, None)
        for authored in self.authored:
            if authored.answers(request):
                text = string.Template(authored.body).safe_substitute(account_id=self.account_id, region=request.region)
                return authored.status, {"Content-Type": authored.type}, text.encode()
        status, kind, text = self.forward(method, path, headers, body)
        return status, {"Content-Type": kind}, text


def seed(session, region, only=()):
    """Runs the seeds; one that fails is named, and the others go on. Answers with the names of those that failed."""
    failed = []
    for module in sorted(one.name for one in pkgutil.iter_modules(seeds.__path__)):
        if not only or module in only:
            try:
                importlib.import_module(f"generator.seeds.{module}").seed(session, region)
            except Exception as trouble:  # a seed may fail in any way that moto can
                failed.append(module)
                print(f"seed {module}: {type(trouble).__name__}: {trouble}", file=sys.stderr)
    return failed

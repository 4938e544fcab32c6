"""How each tool is started. All three read the same regions of the same account, for the same controls, with the same keys."""
import json
import os
import pathlib
import re
from typing import NamedTuple

HERE = pathlib.Path(__file__).resolve().parent
REGIONS = ("us-east-1", "eu-west-1")
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "AKIABENCHBENCHBENCH0",
    "AWS_SECRET_ACCESS_KEY": "not-a-secret",
    "AWS_DEFAULT_REGION": REGIONS[0],
    "AWS_REGION": REGIONS[0],
    "AWS_EC2_METADATA_DISABLED": "true",
}
# What ScoutSuite's CIS ruleset reads; without this it would read some twenty services more.
SCOUT_SERVICES = ("cloudtrail", "cloudwatch", "config", "ec2", "iam", "kms", "s3", "vpc")


def environment(home, **more):
    """Nothing of the caller's AWS settings reaches a tool, and no other proxy stands between."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "JAVA_HOME", "PLUMBLINE_JAVA_HOME") if name in os.environ}
    return kept | CREDENTIALS | {"HOME": str(home), "NO_PROXY": "*"} | more


class Tool(NamedTuple):
    name: str
    command: object  # (endpoint, folder) -> list of words
    variables: object  # (endpoint) -> dict
    good_exits: frozenset
    judged: object  # (folder) -> how many verdicts it gave

    def start(self, endpoint, folder):
        return self.command(endpoint, folder), environment(folder, **self.variables(endpoint))


def plumbline(home):
    """As unpacked from the zip, with the cache of loaded classes that came with it. Its home is kept: the unmeasured run unpacked DuckDB's
    library and analysed the rules, as it compiled the peers' Python files. Each run writes a snapshot of its own."""

    def command(endpoint, folder):
        return [str(home / "bin/plumbline"), "scan", "--framework", "cis-1.2", "--regions", ",".join(REGIONS),
                "--endpoint-url", endpoint, "--format", "json"]

    def judged(folder):
        controls = json.loads((folder / "stdout").read_text())["controls"]
        return sum(control[kind] for control in controls for kind in ("checked", "notApplicable", "manual", "unknown"))

    return Tool("Plumbline", command, lambda _: {"PLUMBLINE_HOME": str(HERE / "results/home")}, frozenset({0}), judged)


def prowler(venv):
    """Prowler has no CIS 1.2, so it is given its checks for the same controls. Unused resources are judged too, as the others do."""
    checks = sorted({check for group in json.loads((HERE / "prowler-checks.json").read_text()).values() for check in group})

    def command(_, folder):
        return [str(venv / "bin/prowler"), "aws", "--checks", *checks, "--scan-unused-services", "--region", *REGIONS, "--no-banner",
                "--no-color", "--output-formats", "json-ocsf", "--output-directory", str(folder / "out"), "--output-filename", "bench"]

    def judged(folder):
        return len(json.loads((folder / "out/bench.ocsf.json").read_text()))

    # Code 3 says that something failed.
    return Tool("Prowler", command, lambda endpoint: {"AWS_ENDPOINT_URL": endpoint}, frozenset({0, 3}), judged)


def scoutsuite(venv):
    def command(_, folder):
        return [str(venv / "bin/python"), str(HERE / "scout_wrapper.py"), "aws", "--ruleset", "cis-1.2.0.json", "--regions", *REGIONS,
                "--services", *SCOUT_SERVICES, "--no-browser", "--force", "--report-dir", str(folder / "out"), "--report-name", "bench"]

    def judged(folder):
        text = next((folder / "out").rglob("scoutsuite_results_*.js")).read_text()
        results = json.loads(re.sub(r"^[^{]*", "", text, count=1))
        return sum(finding.get("checked_items", 0) for service in results["services"].values()
                   for finding in service.get("findings", {}).values())

    # Code 200 says that some call was answered with an error: moto does not know all that ScoutSuite asks.
    return Tool("ScoutSuite", command, lambda endpoint: {"AWS_ENDPOINT_URL": endpoint}, frozenset({0, 200}), judged)

"""Reads the OCSF report twice: with py-ocsf-models, and against the schema that OCSF publishes (class Compliance Finding, profile Cloud)."""
import json
import sys

from jsonschema import Draft202012Validator
from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema
from py_ocsf_models.events.findings.compliance_finding import ComplianceFinding

with open(sys.argv[1], encoding="utf-8") as file:
    events = [json.loads(line) for line in file]
versions = {event["metadata"]["version"] for event in events}
assert versions == {"1.5.0"}, versions
schema = OcsfJsonSchemaEmbedded(get_ocsf_schema(version="1.5.0"))
validator = Draft202012Validator(schema.get_class_schema(schema.lookup_class_name_from_uid(2003), profiles=["cloud"]))
for event in events:
    problems = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(event)]
    assert not problems, problems
    ComplianceFinding.model_validate(event)
print(json.dumps(events))

"""Holds the ASFF report against botocore's model of BatchImportFindings, and against the lengths that only the reference states."""
import json
import re
import sys

import botocore.session
from botocore.validate import ParamValidator

with open(sys.argv[1], encoding="utf-8") as file:
    document = json.load(file)
service = botocore.session.get_session().get_service_model("securityhub")
request = service.operation_model("BatchImportFindings").input_shape
finding_shape = request.members["Findings"].member


def check_values(value, shape, path):
    """Enumerations and unknown names: the validator lets both pass."""
    if shape.type_name == "structure":
        unknown = set(value) - set(shape.members)
        assert not unknown, f"{path}: {unknown} is not in the model"
        for name, member in value.items():
            check_values(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for index, member in enumerate(value):
            check_values(member, shape.member, f"{path}[{index}]")
    elif shape.type_name == "string":
        assert value.strip(), f"{path} is blank"
        if getattr(shape, "enum", None):
            assert value in shape.enum, f"{path}: {value} is none of {shape.enum}"


findings = document["Findings"]
for start in range(0, len(findings), 100):
    report = ParamValidator().validate({"Findings": findings[start:start + 100]}, request)
    assert not report.has_errors(), report.generate_report()
for finding in findings:
    check_values(finding, finding_shape, "Finding")
    assert len(finding["Title"]) <= 256 and len(finding["Description"]) <= 1024 and len(finding["Id"]) <= 512
    assert len(finding["Remediation"]["Recommendation"]["Text"]) <= 512
    assert len(finding["ProductFields"]) <= 50
    assert all(len(name) <= 128 and 0 < len(text) <= 2048 for name, text in finding["ProductFields"].items())
    assert 1 <= len(finding["Resources"]) <= 32
    assert len(json.dumps(finding).encode()) <= 240 * 1024
    assert re.fullmatch(r"arn:aws[a-z-]*:securityhub:[a-z0-9-]+:\d{12}:product/\d{12}/default", finding["ProductArn"])
    assert len(finding.get("Note", {"Text": ""})["Text"]) <= 512
assert len({(finding["ProductArn"], finding["Id"]) for finding in findings}) == len(findings), "an Id stands twice"
details = set(finding_shape.members["Resources"].member.members["Details"].members)
print(json.dumps({"findings": findings, "types": sorted(details)}))

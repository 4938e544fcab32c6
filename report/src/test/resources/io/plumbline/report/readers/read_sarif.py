"""Holds the SARIF report against the schema that OASIS publishes, with formats; prints it."""
import json
import os
import sys

from jsonschema import Draft4Validator, FormatChecker

with open(sys.argv[1], encoding="utf-8") as file:
    log = json.load(file)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sarif-schema-2.1.0.json"), encoding="utf-8") as file:
    schema = json.load(file)
Draft4Validator.check_schema(schema)
problems = [f"{error.json_path}: {error.message[:300]}"
            for error in Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(log)]
assert not problems, problems
print(json.dumps(log))

"""Reads the JUnit report with junitparser; prints its suites and cases."""
import json
import sys

from junitparser import Error, Failure, JUnitXml, Skipped


def outcome(case):
    kinds = {Failure: "failure", Error: "error", Skipped: "skipped"}
    results = [result for result in case.result if type(result) in kinds]
    assert len(results) <= 1, case.name
    if not results:
        return {"kind": "passed", "message": None, "text": ""}
    return {"kind": kinds[type(results[0])], "message": results[0].message, "text": results[0].text or ""}


report = JUnitXml.fromfile(sys.argv[1])
print(json.dumps({
    "tests": report.tests, "failures": report.failures, "errors": report.errors, "skipped": report.skipped,
    "suites": [
        {"name": suite.name, "tests": suite.tests, "failures": suite.failures, "errors": suite.errors, "skipped": suite.skipped,
         "properties": {one.name: one.value for one in suite.properties()},
         "cases": [{"class": case.classname, "name": case.name, "output": case.system_out, **outcome(case)} for case in suite]}
        for suite in report],
}))

"""Reads the CSV report with Python's own csv module; prints its rows."""
import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    reader = csv.DictReader(file, strict=True)
    rows = list(reader)
for row in rows:
    assert None not in row and None not in row.values(), f"a row of another length: {row}"
print(json.dumps({"header": reader.fieldnames, "rows": rows}))

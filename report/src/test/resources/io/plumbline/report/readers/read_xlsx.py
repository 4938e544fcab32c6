"""Reads the workbook with openpyxl; prints its sheets as rows, the kinds of their cells, and when it was made."""
import json
import sys
import warnings

import openpyxl

# It says so of every workbook that Excel itself did not write.
warnings.filterwarnings("ignore", message="Workbook contains no default style")

book = openpyxl.load_workbook(sys.argv[1])
sheets = {}
for sheet in book:
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n", "inlineStr"), f"{sheet.title}!{cell.coordinate} is a {cell.data_type}"
    sheets[sheet.title] = [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]
print(json.dumps({"sheets": sheets, "created": book.properties.created.isoformat(), "frozen": book["Units"].freeze_panes,
                  "filter": book["Units"].auto_filter.ref}))

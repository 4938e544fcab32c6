"""Reads the JSON report with Python's json, strictly: no name twice in an object, no NaN. Prints it with the names in their order."""
import json
import sys


def once(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a name stands twice in {names}"
    return dict(pairs)


def refuse(constant):
    raise ValueError(f"{constant} is not JSON")


with open(sys.argv[1], "rb") as file:
    document = json.loads(file.read().decode("utf-8", "strict"), object_pairs_hook=once, parse_constant=refuse)
print(json.dumps(document))

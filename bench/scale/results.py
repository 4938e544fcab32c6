"""Turns the figures of the scans into RESULTS.md."""
import json
import statistics

# Calls that wait for each other in one account, after the organization is known: AssumeRole, DescribeRegions, DescribeTrails, and a
# bucket's listing and six details one after the other.
CHAIN_OF_AN_ACCOUNT = 10
# What a scan takes of sts:AssumeRole's documented 600 a second.
ASSUME_ROLE = 300


def bounds(run):
    """Seconds that no scan could be faster than, by term."""
    organization = sum(calls for name, calls in run["operations"].items() if name.startswith("organizations.List"))
    return {
        "latency": (1 + organization + CHAIN_OF_AN_ACCOUNT) * run["latency"] / 1000,
        "rate": run["accounts"] / ASSUME_ROLE,
        "CPU": (run["cpu"] + run["server_cpu"]) / run["cores"],
    }


def document(raw):
    runs = sorted((json.loads(file.read_text()) for types in ("cis", "all") for file in raw.glob(types + "-*.json")),
                  key=lambda run: (run["types"] != "cis", run["accounts"]))
    lines = ["# Scans of large organizations", "",
             "Made by `bench/scale/run`; what the columns mean stands in [README.md](README.md).", ""]
    if runs:
        lines += [f"{runs[0]['cores']} cores, {runs[0]['latency']} ms latency, 17 regions, documented quotas enforced by the server.", "",
                  "| accounts | types | date | calls | rows | wall, s | bound, s | wall ÷ bound | by |"
                  " CPU, s | ms CPU a call | ms CPU a row | RSS, MiB | refused | server's µs a call |",
                  "| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
        lines += [row(run) for run in runs]
        lines += ["", "## Phases: wall (CPU), seconds", "", "| accounts | types | start | enter | read | write and judge | print |",
                  "| ---: | --- | ---: | ---: | ---: | ---: | ---: |"]
        for run in runs:
            phases = run["phases"]
            cells = [f"{phases[name][0]:.1f} ({phases[name][1]:.1f})" for name in ("start", "enter", "read", "write", "end") if name in phases]
            lines.append(f"| {run['accounts']} | {run['types']} | " + " | ".join(cells) + " |")
    lines += server(raw) + packed(raw)
    return "\n".join(lines) + "\n"


def row(run):
    terms = bounds(run)
    by = max(terms, key=terms.get)
    return (f"| {run['accounts']:,} | {run['types']} | {run['date']} | {run['calls']:,} | {run['rows']:,} | {run['wall']:.0f} |"
            f" {terms[by]:.0f} | {run['wall'] / terms[by]:.2f} | {by} | {run['cpu']:.0f} |"
            f" {1000 * run['cpu'] / run['calls']:.2f} | {1000 * run['cpu'] / run['rows']:.2f} | {run['memory'] >> 20} | {run['throttled']} |"
            f" {1e6 * run['server_cpu'] / run['calls']:.0f} |")


def server(raw):
    if not (raw / "server.json").exists():
        return []
    limit = json.loads((raw / "server.json").read_text())
    return ["", "## The server's own limit", "",
            f"{limit['rate']:,.0f} requests a second with a client of its own on the same machine, {1e6 * limit['cpu']:.0f} µs of CPU each, for"
            f" answers of {limit['bytes'] / 1024:.1f} KiB."]


def packed(raw):
    if not (raw / "compaction.json").exists():
        return []
    rounds = json.loads((raw / "compaction.json").read_text())
    lines = ["", "## A million rows of twelve columns into one Parquet file, sorted by account and region", "",
             "| way | wall, s | CPU, s |", "| --- | ---: | ---: |"]
    for name in dict.fromkeys(one[0] for one in rounds):
        walls = [float(one[1]) for one in rounds if one[0] == name]
        works = [float(one[2]) for one in rounds if one[0] == name]
        lines.append(f"| {name} | {statistics.median(walls):.1f} | {statistics.median(works):.1f} |")
    return lines

"""Writes RESULTS.md from the rounds: medians with their range, ratios to Plumbline's, and whether each goal is met."""
import datetime
import statistics

OURS = "Plumbline"
# (what a row is called, its key, digits after the point, divisor)
ROWS = (("requests", "requests", 0, 1), ("duplicates", "duplicates", 0, 1), ("retries", "retries", 0, 1),
        ("polling for the report", "polling", 0, 1), ("wall, s", "wall", 1, 1), ("CPU, s", "cpu", 1, 1),
        ("peak memory, MiB", "memory", 0, 1 << 20), ("verdicts", "judged", 0, 1), ("not answered from memory", "cold", 0, 1))
RATIOS = {"requests", "wall", "cpu", "memory"}


def median(rounds, key):
    return statistics.median(one[key] for one in rounds)


def cell(rounds, key, digits, divisor):
    values = [one[key] / divisor for one in rounds]
    middle = f"{statistics.median(values):.{digits}f}"
    low, high = f"{min(values):.{digits}f}", f"{max(values):.{digits}f}"
    return middle if low == high else f"{middle} ({low}–{high})"


def ratio(tools, peer, key):
    if key not in RATIOS or not median(tools[OURS], key):
        return ""
    return f"{median(tools[peer], key) / median(tools[OURS], key):.1f}×"


def goals(scale, tools):
    """(what is wanted, what was measured, met) for one setting."""
    peers = [name for name in tools if name != OURS]
    ours = {key: median(tools[OURS], key) for key in ("requests", "duplicates", "wall", "cpu", "memory")}
    least = {key: min(median(tools[peer], key) for peer in peers) for key in ("requests", "wall", "cpu")}
    share = 2 if scale == 1 else 4
    prowler = median(tools["Prowler"], "memory")
    return (
        (f"requests at most 1/{share} of the leaner peer's", f"{ours['requests']:.0f} of {least['requests']:.0f}",
         ours["requests"] * share <= least["requests"]),
        ("no request twice", f"{max(one['duplicates'] for one in tools[OURS]):.0f}",
         all(one["duplicates"] == 0 for one in tools[OURS])),
        ("wall at most 1/2 of the faster peer's", f"{ours['wall']:.1f} s of {least['wall']:.1f} s", ours["wall"] * 2 <= least["wall"]),
        ("CPU below the leaner peer's", f"{ours['cpu']:.1f} s of {least['cpu']:.1f} s", ours["cpu"] < least["cpu"]),
        ("memory below Prowler's", f"{ours['memory'] / (1 << 20):.0f} MiB of {prowler / (1 << 20):.0f} MiB", ours["memory"] < prowler),
    )


def section(scale, latency, tools):
    peers = [name for name in tools if name != OURS]
    rounds = len(tools[OURS])
    lines = [f"## Scale {scale}, {latency} ms latency", "",
             "| | " + " | ".join(tools) + " | " + " | ".join(f"{peer} : {OURS}" for peer in peers) + " |",
             "|---|" + "--:|" * (len(tools) + len(peers))]
    for title, key, digits, divisor in ROWS:
        cells = [cell(of_tool, key, digits, divisor) for of_tool in tools.values()]
        lines.append(f"| {title} | " + " | ".join(cells + [ratio(tools, peer, key) for peer in peers]) + " |")
    lines += ["", "| goal | measured | |", "|---|---|---|"]
    lines += [f"| {wanted} | {measured} | {'met' if met else '**not met**'} |" for wanted, measured, met in goals(scale, tools)]
    return lines + ["", f"Median of {rounds} {'round' if rounds == 1 else 'rounds'}; least and most in brackets.", ""]


def operations(scale, tools):
    """What each tool asked, by operation, in its last round."""
    counts = {name: rounds[-1]["counts"] for name, rounds in tools.items()}
    named = sorted({operation for of_tool in counts.values() for operation in of_tool["requests"]})
    lines = [f"## What was asked at scale {scale}", "", "Requests, and after a + those of them that were duplicates.", "",
             "| operation | " + " | ".join(tools) + " |", "|---|" + "--:|" * len(tools)]
    for operation in named:
        cells = []
        for of_tool in counts.values():
            asked, twice = of_tool["requests"].get(operation, 0), of_tool["duplicates"].get(operation, 0)
            cells.append(f"{asked} +{twice}" if twice else str(asked or ""))
        lines.append(f"| `{operation}` | " + " | ".join(cells) + " |")
    unknown = sorted({operation for of_tool in counts.values() for operation in of_tool["unknown"]})
    return lines + ["", "moto does not know, and the proxy refused: " + (", ".join(f"`{name}`" for name in unknown) or "nothing") + ".", ""]


def document(settings, capacity):
    """`settings` maps (scale, latency) to tool name to rounds."""
    lines = ["# Collecting: Plumbline, Prowler 5.46.0, ScoutSuite 5.14.0", "",
             f"Written by `bench/collect/run` on {datetime.date.today()}, on 2 cores. How and why: [README.md](README.md). The proxy alone",
             f"answers at least {capacity:.0f} requests a second.", ""]
    for (scale, latency), tools in settings.items():
        lines += section(scale, latency, tools)
    for scale in sorted({scale for scale, _ in settings}):
        lines += operations(scale, next(tools for (of_scale, _), tools in settings.items() if of_scale == scale))
    return "\n".join(lines)

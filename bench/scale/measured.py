"""Runs one scan against a canned server and says what it cost, phase by phase. Linux only."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
TICKS = os.sysconf("SC_CLK_TCK")

# What the scan prints when a phase begins; before the first it starts.
PHASES = (("As ", "enter"), (" cells to read", "read"), ("writing the snapshot", "write"), ("Wrote ", "end"))


def cpu_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


def busy():
    """CPU seconds that the whole machine has worked."""
    fields = [int(field) for field in pathlib.Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return (sum(fields[:3]) + sum(fields[5:8])) / TICKS


class Server:
    """The canned server, with the options given."""

    def __init__(self, java, answers, **options):
        command = [java, "-XX:+UseSerialGC", "-Xmx256m", HERE / "canned/Main.java", "--answers", answers]
        for name, value in options.items():
            command += ["--" + name.replace("_", "-"), str(value)]
        self.process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()

    def stats(self):
        with urllib.request.urlopen(self.url + "/__stats") as answer:
            return json.load(answer)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def prepare(launcher, home):
    """What a first command in a home makes once (DuckDB's library, what the rules read, the class cache) is no part of a scan."""
    subprocess.run([launcher, "demo", "--no-serve", "--home", home], check=True, cwd=home.parent, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, env=os.environ | {"PLUMBLINE_HOME": str(home)})


def scan(launcher, server, home, options, java_options=""):
    """One scan into a prepared home; answers with what it cost."""
    with tempfile.TemporaryDirectory() as place:
        shutil.rmtree(home / "snapshots", ignore_errors=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "PLUMBLINE_"))}
        environment |= {"AWS_ACCESS_KEY_ID": "AKIABENCH", "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": "us-east-1",
                        "PLUMBLINE_JAVA_OPTIONS": java_options, "PLUMBLINE_HOME": str(home)}
        command = [str(launcher), "scan", "--organization", "--endpoint-url", server.url, "--home", str(home), "--output", place,
                   *options]
        before, worked, started = server.stats(), busy(), time.monotonic()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   text=True)
        peak, ended = 0, threading.Event()

        def sample():
            nonlocal peak
            while not ended.wait(0.2):
                try:
                    peak = max(peak, resident(process.pid))
                except OSError:
                    return

        sampler = threading.Thread(target=sample)
        sampler.start()
        marks, said = [("start", started, 0.0)], []
        for line in process.stderr:
            said.append(line)
            for text, name in PHASES:
                if text in line and name not in [mark[0] for mark in marks]:
                    marks.append((name, time.monotonic(), cpu_of(process.pid)))
        _, status, used = os.wait4(process.pid, 0)
        finished = time.monotonic()
        ended.set()
        sampler.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        after = server.stats()
        if process.returncode:
            raise SystemExit(f"the scan ended with {process.returncode}:\n" + "".join(said[-20:]))
        manifest = json.loads(next((home / "snapshots").glob("*/manifest.json")).read_text())
        marks.append(("over", finished, used.ru_utime + used.ru_stime))
        return {
            "wall": finished - started,
            "cpu": used.ru_utime + used.ru_stime,
            "memory": max(peak, used.ru_maxrss * 1024),
            "server_cpu": after["cpu_seconds"] - before["cpu_seconds"],
            "machine_cpu": busy() - worked,
            "calls": after["requests"] - before["requests"],
            "throttled": after["throttled"] - before["throttled"],
            "faults": after["faults"] - before["faults"],
            "rows": sum(table["rows"] for table in manifest["tables"].values()),
            "bytes": sum(table["bytes"] for table in manifest["tables"].values()),
            "journal": manifest["journal"]["rows"],
            "phases": {one[0]: (other[1] - one[1], other[2] - one[2]) for one, other in zip(marks, marks[1:])},
            "said": "".join(said),
        }

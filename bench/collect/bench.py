"""One seeded moto with the proxy before it, and the rounds that are run against them."""
import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import measure
from tools import CREDENTIALS

HERE = pathlib.Path(__file__).resolve().parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def server(port, command, variables=None):
    """Runs a server until the block ends; it is ended by its own process id."""
    process = subprocess.Popen(command, env=os.environ | (variables or {}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if process.poll() is not None:
                raise SystemExit(f"{' '.join(map(str, command))} ended with code {process.returncode}")
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait()


class Account:
    """The seeded account, as the tools see it: behind the proxy."""

    def __init__(self, port):
        self.endpoint = f"http://127.0.0.1:{port}"

    def ask(self, what):
        with urllib.request.urlopen(f"{self.endpoint}/__bench/{what}") as answer:
            return json.load(answer)

    def round(self, tool, latency):
        """One run of one tool in a folder of its own. A run that ends badly ends the benchmark and shows why."""
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = pathlib.Path(name)
            self.ask(f"reset?latency={latency}")
            command, variables = tool.start(self.endpoint, folder)
            costs = measure.run(command, variables, folder)
            if costs["exit"] not in tool.good_exits:
                sys.stderr.write((folder / "stderr").read_text(errors="replace")[-3000:])
                raise SystemExit(f"{tool.name} ended with code {costs['exit']}")
            counts = self.ask("read")
            return costs | {"requests": sum(counts["requests"].values()), "duplicates": sum(counts["duplicates"].values()),
                            "retries": sum(counts["retries"].values()), "polling": sum(counts["polling"].values()),
                            "cold": counts["cold"], "judged": tool.judged(folder), "counts": counts}


@contextlib.contextmanager
def seeded(python, scale):
    """An account of this size. moto starts empty each time, so that nothing of an earlier run is left."""
    moto, proxy = free_port(), free_port()
    load = {"MOTO_EC2_LOAD_DEFAULT_AMIS": "false", "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}
    with server(moto, [python, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(moto)], load), \
            server(proxy, [sys.executable, HERE / "proxy.py", str(proxy), str(moto)]):
        subprocess.run([python, HERE / "seed.py", f"http://127.0.0.1:{moto}", str(scale)], env=os.environ | CREDENTIALS, check=True)
        yield Account(proxy)

#!/usr/bin/env python3
"""Makes the recorded organization from estate.yaml: fills moto, lays answers over what moto cannot give, records a scan.

Run from the checkout, in the tests' Python environment, with Plumbline built:  .venv/bin/python estate/generate.py
"""
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import yaml

from generator.description import Estate
from generator.fill import Session, fill
from generator.overlay import OverlayProxy

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent
RECORDING = HERE / "src/main/resources/io/plumbline/estate/recording"


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("moto did not start")


def main() -> int:
    estate = Estate(yaml.safe_load((HERE / "estate.yaml").read_text()))
    environment = dict(
        os.environ,
        MOTO_EC2_LOAD_DEFAULT_AMIS="false",
        MOTO_IAM_LOAD_MANAGED_POLICIES="true",
        AWS_ACCESS_KEY_ID="AKIAESTATEESTATE0000",
        AWS_SECRET_ACCESS_KEY="estate",
        AWS_DEFAULT_REGION="us-east-1",
    )
    os.environ.update(environment)
    moto = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "5999"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        endpoint = "http://127.0.0.1:5999"
        wait_for(5999)
        facts = fill(estate, endpoint)
        keys = Session(endpoint, estate.id_of(estate.management)).keys
        environment.update({name.upper(): value for name, value in keys.items()})
        with OverlayProxy(estate, facts, HERE / "overlay", endpoint) as proxy, tempfile.TemporaryDirectory() as work:
            target = pathlib.Path(work) / "recording"
            subprocess.run(
                [sys.argv[1] if len(sys.argv) > 1 else str(CHECKOUT / "plumbline"), "scan", "--home", str(pathlib.Path(work) / "home"), "--organization",
                 "--role", "PlumblineAudit", "--regions", ",".join(estate.regions), "--endpoint-url", proxy.url,
                 "--record", str(target), "--record-as", estate.now, "--format", "table"],
                env=environment, check=True)
            if RECORDING.exists():
                shutil.rmtree(RECORDING)
            shutil.copytree(target, RECORDING)
    finally:
        moto.terminate()
        moto.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())

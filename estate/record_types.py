#!/usr/bin/env python3
"""Records an account that has every resource type once, for the tests of the types.

Run from the checkout, in the tests' Python environment, with Plumbline built:  .venv/bin/python estate/record_types.py [SEED …]
With names of seeds only those are run, and nothing is kept: the scan's table of gaps shows what is wrong.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from generate import CHECKOUT, HERE, wait_for
from generator.fill import Session
from generator.types import TypesProxy, seed

ACCOUNT = "210000000009"
REGION = "us-east-1"
PORT = int(os.environ.get("MOTO_PORT", "5998"))
RECORDING = HERE / "src/test/resources/io/plumbline/estate/types"


def main() -> int:
    only = sys.argv[1:]
    environment = dict(os.environ, MOTO_IAM_LOAD_MANAGED_POLICIES="true", MOTO_EC2_LOAD_DEFAULT_AMIS="false",
                       AWS_ACCESS_KEY_ID="AKIAESTATEESTATE0000", AWS_SECRET_ACCESS_KEY="estate", AWS_DEFAULT_REGION=REGION)
    os.environ.update(environment)
    moto = subprocess.Popen([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(PORT)],
                            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        endpoint = f"http://127.0.0.1:{PORT}"
        wait_for(PORT)
        session = Session(endpoint, ACCOUNT)
        failed = seed(session, REGION, only)
        environment.update({name.upper(): value for name, value in session.keys.items()})
        with TypesProxy(ACCOUNT, HERE / "overlay/types", endpoint) as proxy, tempfile.TemporaryDirectory() as work:
            target = pathlib.Path(work) / "recording"
            subprocess.run(
                [str(CHECKOUT / "plumbline"), "scan", "--home", str(pathlib.Path(work) / "home"), "--all", "--types", "aws_ec2_instance.user_data", "--regions", REGION,
                 "--endpoint-url", proxy.url, "--record", str(target), "--record-as", "2026-11-20T06:00:00Z", "--format", "table"],
                env=environment, check=True)
            if not only and not failed:
                shutil.rmtree(RECORDING, ignore_errors=True)
                shutil.copytree(target, RECORDING)
    finally:
        moto.terminate()
        moto.wait()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

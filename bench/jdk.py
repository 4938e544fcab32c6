"""Where a JDK 25 is."""
import pathlib
import subprocess

LOOK = pathlib.Path(__file__).resolve().parents[1] / "tools/jdk"


def java():
    return subprocess.run([LOOK], check=True, text=True, stdout=subprocess.PIPE).stdout.strip() + "/bin/java"

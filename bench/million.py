"""A home with a snapshot of a million assets, and a Java program that is run on it with the distribution's jars."""
import argparse
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

import jdk

HERE = pathlib.Path(__file__).resolve().parent
ASSESS = HERE / "assess"


def duckdb_python():
    """The generator of bench/assess needs DuckDB for Python, in an environment of its own."""
    venv = ASSESS / ".venv-duckdb"
    if not (venv / "bin/python").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin/pip", "install", "--quiet", "duckdb==2.0.0"], check=True)
    return venv / "bin/python"


def measure(plumbline, copies, size, folder, program, heap):
    """Copies the demo's organization, then runs the program on the home; answers with what was made and what the program printed."""
    launcher = plumbline / "bin/plumbline"
    if not launcher.exists():
        raise SystemExit(f"No built distribution in {plumbline}: run `make dist` first")
    environment = os.environ | {"PLUMBLINE_HOME": str(folder / "unpacked")}
    subprocess.run([launcher, "demo", "--no-serve", "--home", folder / "demo"], env=environment, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = subprocess.run([duckdb_python(), ASSESS / "generate.py", folder / "demo", folder / "home", str(copies), str(size)], check=True,
                          stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1]
    native = next((folder / "unpacked" / "cache").glob("**/libduckdb_java*"), None)
    options = [] if native is None else [f"-Djava.library.path={native.parent}"]
    said = subprocess.run([jdk.java(), heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", *options, "-cp", f"{plumbline}/lib/*",
                           program, folder / "home"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return made, said


def report(what, program, heap, title, limits):
    """Takes the options of a benchmark, runs its program and writes RESULTS.md beside it."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--plumbline", type=pathlib.Path, default=HERE.parent / "dist/target/plumbline", help="an unpacked distribution")
    parser.add_argument("--copies", type=int, default=50, help="of the demo's organization")
    parser.add_argument("--size", type=int, default=5, help="how much larger its tables are")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        made, said = measure(chosen.plumbline, chosen.copies, chosen.size, pathlib.Path(place), program, heap)
    text = "\n".join([f"# {title}", "", f"{made}, on {os.cpu_count()} cores, {datetime.date.today()}; {limits}.", "",
                      "| | |", "| --- | ---: |", said])
    (program.parent / "RESULTS.md").write_text(text)
    print(text)

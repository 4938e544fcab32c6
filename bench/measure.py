"""Runs one command and says what it cost: seconds of wall and CPU, and the largest memory of its process tree. Linux only."""
import os
import pathlib
import subprocess
import threading
import time

PAGE = os.sysconf("SC_PAGE_SIZE")
LONGEST_SECONDS = 1800


def children(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:  # it ended meanwhile
            continue
    return found


def resident(pid):
    """Bytes of this process and all below it; pages that several share are counted for each."""
    try:
        own = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0
    return own + sum(resident(child) for child in children(pid))


def run(command, environment, folder):
    """Standard output and error go to files of `folder`. Answers with the exit code and the costs."""
    peak = 0
    ended = threading.Event()
    started = time.monotonic()
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err)

    def sample():
        nonlocal peak
        while not ended.wait(0.05):
            peak = max(peak, resident(process.pid))
            if time.monotonic() - started > LONGEST_SECONDS:
                process.kill()

    sampler = threading.Thread(target=sample)
    sampler.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    ended.set()
    sampler.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    return {
        "exit": process.returncode,
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        # The kernel's own mark catches a peak between two samples; it knows the largest process only.
        "memory": max(peak, used.ru_maxrss * 1024),
    }

"""What a command started ends with it, also where the command is killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.imports import ROOT

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")

PROGRAM = """
import subprocess, sys, time
from flows.leash import children_with, end_with_us
sleep = [sys.executable, "-c", "import time; time.sleep(600)  # one of ours"]
child = subprocess.Popen(sleep, stdout=subprocess.DEVNULL)
[found] = children_with("one of ours")
assert found == child.pid
end_with_us(child.pid)
print(child.pid, flush=True)
{then}
"""


def is_there(pid: int) -> bool:
    """Whether the process runs; one that has ended and that nobody has asked about does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def ends(pid: int) -> bool:
    deadline = time.monotonic() + 20
    while is_there(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not is_there(pid)


def started(then: str) -> tuple["subprocess.Popen[str]", int]:
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(then=then)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    return program, int(program.stdout.readline())


def test_a_program_that_is_killed_takes_its_child_with_it():
    program, child = started("time.sleep(600)")
    with program:
        assert is_there(child)
        program.send_signal(signal.SIGKILL)
    assert ends(child)


def test_a_child_lives_as_long_as_its_program():
    program, child = started("time.sleep(1.5)")
    with program:
        time.sleep(0.5)
        assert is_there(child)
    assert ends(child)


def test_another_process_of_the_same_number_is_left_alone():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        watch = "import sys; sys.argv = ['x']; from flows.leash import _watch; _watch(int(sys.stdin.readline()), '1')"
        subprocess.run([sys.executable, "-c", watch], cwd=ROOT, input=f"{other.pid}\n", text=True, check=True)
        assert is_there(other.pid)
        assert other.stdin is not None
        other.stdin.write(b"\n")

"""A process that ends with the one that started it, also where that is killed and can do nothing about it any more.

A small process of its own waits at the end of a pipe: it closes when whoever holds its other end is gone, however that
went. Then the process is told to end. Needs /proc (Linux); elsewhere nothing is done, and a killed command leaves its
server behind.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_PARENT_FIELD, _STARTED_FIELD = 1, 19
"""Places in /proc/PID/stat behind the name in brackets, which may hold blanks (proc(5): fields 4 and 22)."""

_watchers: list["subprocess.Popen[bytes]"] = []  # a watcher whose pipe is collected would take us for gone


def end_with_us(pid: int) -> None:
    """See that the process `pid`, a child of this one, is told to end as soon as this one is gone."""
    started = _started(pid)
    if started is None:
        return
    command = [sys.executable, "-I", "-S", __file__, str(pid), started]
    _watchers.append(
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is not meant for it
        )
    )


def children_with(mark: str) -> Iterator[int]:
    """The processes started by this one whose command line has `mark` in it; none where there is no /proc."""
    for place in Path("/proc").glob("[0-9]*"):
        pid = int(place.name)
        facts = _facts(pid)
        if facts and facts[_PARENT_FIELD] == str(os.getpid()) and mark.encode() in _command(pid):
            yield pid


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _started(pid: int) -> str | None:
    """When a process was started, in ticks since the machine was: with its number this names it for good."""
    facts = _facts(pid)
    return facts[_STARTED_FIELD] if facts else None


def _facts(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _watch(pid: int, started: str) -> None:
    sys.stdin.buffer.read()
    if _started(pid) == started:
        os.kill(pid, signal.SIGTERM)


if __name__ == "__main__":
    _watch(int(sys.argv[1]), sys.argv[2])

"""What keeps the reading of one paper within bounds, inside the process that reads it, and that process within its run.

The run ends a process that takes too long. This is for what the run cannot see: memory, and the run's own death.
"""

import multiprocessing
import os
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits: there the machine's memory is the only one
    resource = None  # type: ignore[assignment]  # asked for below

_MEGABYTE = 1024**2
_STATUS = Path("/proc/self/status")
_HELD = re.compile(r"^VmData:\s+(\d+) kB", re.MULTILINE)
PATIENCE = 30
"""Seconds after which a process ends itself that should have been ended for taking too long."""


def settle_in() -> None:
    """Begin life as a process that reads papers: it leaves Ctrl-C to its parent and ends when its parent has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


@contextmanager
def bounded(*, seconds: int, megabytes: int) -> Iterator[None]:
    """Let what happens inside take so much more memory, and hardly more time; where the system offers the means.

    Memory is counted as what the process may write to (Linux: RLIMIT_DATA), beyond what it holds now: address space
    would count the files of libraries as well, and what earlier papers left behind is not this paper's fault.
    Too much raises MemoryError or, in a library that does not ask, ends the process.
    """
    held = _held()
    usual = resource.getrlimit(resource.RLIMIT_DATA) if held else (0, 0)
    if held:
        _may_hold(held + megabytes * _MEGABYTE, usual[1])
    if hasattr(signal, "alarm"):
        signal.alarm(seconds + PATIENCE)
    try:
        yield
    finally:
        if held:
            resource.setrlimit(resource.RLIMIT_DATA, usual)
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def _may_hold(size: int, most: int) -> None:
    size = size if most == resource.RLIM_INFINITY else min(size, most)
    resource.setrlimit(resource.RLIMIT_DATA, (size, most))


def _held() -> int:
    """The bytes of writable memory that this process has, 0 where the system does not say or does not limit them."""
    if resource is None or not _STATUS.is_file():
        return 0
    found = _HELD.search(_STATUS.read_text())
    return int(found[1]) * 1024 if found else 0


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

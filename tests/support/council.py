"""The example council as a running server, for tests that fetch: real sockets, real answers."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from extractors import Fetching
from tests.support.imports import ROOT

sys.path.insert(0, str(ROOT / "examples"))

from council import cmis_pages
from council.moderngov_pages import ATTENDEE
from council.papers import SECRET
from moderngov_server import DETOURS, FAULTS, QUIRKS, CouncilServer, midmark

__all__ = [
    "ATTENDEE",
    "DETOURS",
    "FAULTS",
    "QUIRKS",
    "SECRET",
    "TODAY",
    "CouncilServer",
    "cmis_pages",
    "council",
    "polite",
]

TODAY = date(2026, 3, 11)


@contextmanager
def council(*quirks: str, etags: bool = False, today: date = TODAY) -> Iterator[CouncilServer]:
    """Midmark's pages on a free port, with these quirks or faults."""
    server = CouncilServer(midmark(today), quirks=set(quirks), etags=etags)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def polite(store: Path, **how: object) -> Fetching:
    """Settings for a visit to this machine, without pauses."""
    settings = {"store": store, "pause_seconds": 0.0, "seconds": 5.0, "allowed_private_hosts": frozenset({"127.0.0.1"})}
    return Fetching(**(settings | how))  # type: ignore[arg-type] # the settings of each test

"""One request at a time to each host, with a pause after it."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Pace:
    """Keeps requests to one host apart by `pause` seconds; `slow_down` lengthens the pause for a host that asks."""

    def __init__(self, pause: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self._pause = pause
        self._sleep = sleep
        self._pauses: dict[str, float] = {}
        self._free_from: dict[str, float] = {}
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._door = threading.Lock()

    def slow_down(self, host: str, pause: float) -> None:
        """From now on leave at least `pause` seconds between requests to `host`."""
        self._pauses[host] = max(pause, self._pauses.get(host, self._pause))

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until `host` may be asked, and keep others from asking it meanwhile."""
        with self._door:
            turn = self._turns[host]
        with turn:
            wait = self._free_from.get(host, 0.0) - time.monotonic()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._free_from[host] = time.monotonic() + self._pauses.get(host, self._pause)

"""Python's collector of circular garbage, told to come seldom while a paper is read.

A reader makes hundreds of thousands of small values that hang together in trees, not in circles, and keeps them: going
through all of them again and again finds nothing, and costs up to a fifth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_VALUES_BETWEEN = 200_000


@contextmanager
def collected_seldom() -> Iterator[None]:
    """While it lasts the collector waits for many more values than usual; afterwards it is as it was."""
    usual = gc.get_threshold()
    gc.set_threshold(max(_VALUES_BETWEEN, usual[0]) if usual[0] else 0, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)

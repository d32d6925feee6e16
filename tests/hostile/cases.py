"""What a case is: a file, the harm that is meant, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass

READ = "read"
"""The outcome of a paper that is read; anything else is a pattern that its reason must match."""


@dataclass(frozen=True, slots=True)
class Case:
    """One file. `build` makes its bytes when they are wanted: some are large.

    `outcome` is READ or a pattern of the reason; `notice` a pattern that one of its notices must match; `values` the
    number of accepted values, where that is what the harm is about. `slow` ones are read by hand, not in the suite.
    """

    name: str
    harm: str
    build: Callable[[], bytes]
    outcome: str = READ
    notice: str | None = None
    values: int | None = None
    slow: bool = False

"""The chapters of the reference, in their order."""

from collections.abc import Sequence
from typing import Protocol

from tests.spec import cells, colours, columns, notes, ticks, two_figures
from tests.spec.example import Example


class Chapter(Protocol):
    """A module of examples about one thing."""

    __name__: str
    TITLE: str
    ABOUT: str
    EXAMPLES: Sequence[Example]


CHAPTERS: tuple[Chapter, ...] = (cells, two_figures, columns, ticks, colours, notes)

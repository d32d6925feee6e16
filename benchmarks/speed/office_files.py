"""Word and PowerPoint files beside the plain loops over their tables."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.children import ours, theirs
from benchmarks.speed.lines import Group, Line
from benchmarks.speed.papers import write_papers

_ROUNDS = 3


def groups(place: Path, count: int, others: str) -> Iterator[Group]:
    """A group for each of the two kinds, so many files each."""
    for kind, library in (("docx", "python-docx"), ("pptx", "python-pptx")):
        files = [paper.path for paper in write_papers(place / kind, count, (kind,))]
        mine, loop = ours("read", _ROUNDS, files), theirs("office loops", _ROUNDS, files)
        rival = theirs("markitdown", 1, files, others)
        lines = [
            Line("scorepack, everything that is in them", mine.spent, count, "files", is_ours=True),
            Line(f"{library}, a loop over tables (floor)", loop.spent if loop else None, count, "files"),
            Line("markitdown", rival.spent if rival else None, count, "files"),
        ]
        yield Group(f"{count} {kind.upper()} files with a table of scores each; the best of {_ROUNDS}", lines)

"""Agenda packs of which three pages matter, beside the text of all pages and the tables of all pages."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.packs import agenda_pack
from benchmarks.speed.children import Turn, ours, theirs
from benchmarks.speed.lines import Group, Line, Target

MOST_TIMES_THE_TEXT = 1.5
_ROUNDS = 5


def groups(place: Path, sizes: tuple[int, ...], sample: int, others: str) -> Iterator[Group]:
    """A group for each size; slow rivals read a pack of `sample` pages, drawn alike, and are compared by the page."""
    few = agenda_pack(place / "sample.pdf", sample)
    rivals = [
        Line(name, turn.spent if turn else None, sample, "pages", f"a pack of {sample} pages")
        for name, turn in (
            ("pdfplumber.extract_tables, all pages", theirs("pdfplumber tables", 1, [few])),
            ("markitdown", theirs("markitdown", 1, [few], others)),
            ("camelot lattice, all pages", theirs("camelot", 1, [few], others)),
        )
    ]
    for pages in sizes:
        pack = agenda_pack(place / f"pack-{pages}.pdf", pages)
        text = theirs("pdfium text", _ROUNDS, [pack])
        assert text is not None
        yield _group(pages, text, ours("read", _ROUNDS, [pack]), ours("read, no page matters", _ROUNDS, [pack]), rivals)


def _group(pages: int, text: Turn, whole: Turn, passed: Turn, rivals: list[Line]) -> Group:
    """Our text pass is what a pack takes none of whose pages matter; the rest is its pages with tables."""
    times = passed.spent.processor / text.spent.processor
    tables = whole.spent.processor - passed.spent.processor
    lines = [
        Line("scorepack", whole.spent, pages, "pages", f"{1000 * tables:.0f} ms of it for pages with tables", True),
        Line("  its text pass: no page matters", passed.spent, pages, "pages", f"{times:.2f} x the bare text"),
        Line("pypdfium2, text of all pages (floor)", text.spent, pages, "pages"),
        *rivals,
    ]
    target = Target(f"text pass of {pages} pages, times pypdfium2's", times, MOST_TIMES_THE_TEXT)
    return Group(f"an agenda pack of {pages:,} pages, 3 of them with scores; the best of {_ROUNDS}", lines, [target])

"""What a hard case is, and how a reading is scored: by the facts that it keeps, not by the likeness of its grid.

A fact is a value with the label of its row and everything that heads its column. A reading keeps the fact where one
table holds all of them in the right places; merged cells count at every place that they cover.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from extractors import Document, Table


@dataclass(frozen=True, slots=True)
class Fact:
    """A printed value, the label of its row and the texts that stand above it in its column, outermost first."""

    value: str
    row: str
    header: tuple[str, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of paper that readers fail on, drawn by `draw(folder)`, which returns the file that it wrote.

    `number` is the case's number in the list of hard cases, `image` marks what can only be read off a picture.
    `absent` are texts that no cell may hold: hidden, struck out or foreign to the table. `needs` are programs
    without which it cannot be drawn or read.
    """

    number: int
    title: str
    draw: Callable[[Path], Path]
    facts: tuple[Fact, ...] = ()
    image: bool = False
    absent: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def facts_of(
    rows: dict[str, Iterable[str]], header: Iterable[str | tuple[str, ...]], *, page: int | None = None
) -> tuple[Fact, ...]:
    """The facts of a plain table: for each row label its values, under one heading (or path of headings) each."""
    paths = [(name,) if isinstance(name, str) else name for name in header]
    return tuple(
        Fact(value, label, path, page)
        for label, values in rows.items()
        for value, path in zip(values, paths, strict=True)
        if value
    )


def kept(document: Document, fact: Fact) -> bool:
    """Whether one table of the document holds the fact."""
    return any(_holds(table, fact) for table in document.tables)


def strangers(document: Document, case: Case) -> list[str]:
    """The texts that no cell should hold and that one does hold."""
    held = {_plain(cell.text) for table in document.tables for cell in table.cells}
    return [text for text in case.absent if any(_plain(text) in each.split() or _plain(text) == each for each in held)]


def _holds(table: Table, fact: Fact) -> bool:
    for r, row in enumerate(table.places):
        for c, cell in enumerate(row):
            if cell is None or _plain(cell.text) != _plain(fact.value):
                continue
            if fact.page is not None and cell.page != fact.page:
                continue
            beside = {_plain(other.text) for other in row if other and other is not cell}
            above = [_plain(each[c].text) for each in table.places[:r] if each[c]]  # type: ignore[union-attr]  # not None
            if _plain(fact.row) in beside and _in_order([_plain(name) for name in fact.header], above):
                return True
    return False


def _in_order(wanted: list[str], found: list[str]) -> bool:
    rest = iter(found)
    return all(name in rest for name in wanted)


def _plain(text: str) -> str:
    return " ".join(text.split())

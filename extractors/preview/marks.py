"""Which outlines belong on a picture of a page: of the grids, of their cells, of what is doubtful, of what is meant."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from extractors.document import Box, Cell, Table

MarkKind: TypeAlias = Literal["cell", "grid", "doubtful", "value", "marked"]
"""The kinds of outline: `marked` is the one cell that is meant; where several are, each is a `value`, in a lighter
outline, so that neighbours do not hide one another.
"""

KINDS: tuple[MarkKind, ...] = ("cell", "grid", "doubtful", "value", "marked")
"""In the order in which they are drawn: the last lies on top."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One outline on a page, in points from its top left; `label` is written at its upper left corner."""

    box: Box
    kind: MarkKind
    label: str = ""


def marks_on(page: int, tables: Sequence[Table], marked: Collection[Cell] = ()) -> list[Mark]:
    """The outlines of one page, those to be drawn last at the end.

    `tables` are all tables of the paper: the place in it is the number that a grid is labelled with. `marked` are the
    cells that are meant; a mapping gives each of them its label.
    """
    found = [mark for number, table in enumerate(tables, 1) for mark in _of_table(table, number, page)]
    labels = labels_of(marked)
    kind = kind_of(marked)
    found += [Mark(cell.bbox, kind, labels[cell]) for cell in labels if cell.page == page and cell.bbox]
    return sorted(found, key=lambda mark: KINDS.index(mark.kind))


def labels_of(marked: Collection[Cell]) -> dict[Cell, str]:
    """The marked cells with their labels, '' where there is none."""
    return dict(marked) if isinstance(marked, Mapping) else dict.fromkeys(marked, "")


def kind_of(marked: Collection[Cell]) -> MarkKind:
    """The outline of marked cells: the strong one where a single cell is meant."""
    return "marked" if len(marked) == 1 else "value"


def printed_area(table: Table, page: int | None = None) -> tuple[int, Box] | None:
    """The page and the box that a table takes up, on its first page or on the one that is named; None without boxes."""
    page = page if page is not None else table.page
    if page is None:
        return None
    boxes = [cell.bbox for cell in table.cells if cell.bbox and cell.page == page]
    if not boxes and table.bbox and table.page == page:
        boxes = [table.bbox]
    return (page, around(boxes)) if boxes else None


def pages_of(table: Table) -> list[int]:
    """The pages on which a table has a place."""
    pages = {cell.page for cell in table.cells if cell.page is not None and cell.bbox}
    return sorted(pages or ({table.page} if table.page is not None and table.bbox else set()))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all the others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def is_doubtful(cell: Cell) -> bool:
    """Whether the reader itself says that there is more to this cell than its text, or is not sure of it."""
    return round(cell.confidence, 2) < 1 or cell.remark is not None


def _of_table(table: Table, number: int, page: int) -> Iterator[Mark]:
    area = printed_area(table, page)
    if area is None:
        return
    yield Mark(area[1], "grid", f"table {number}")
    for cell in table.cells:
        if cell.bbox and cell.page == page:
            yield Mark(cell.bbox, "doubtful" if is_doubtful(cell) else "cell")

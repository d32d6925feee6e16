"""Which rows and columns of a grid are drawn: all of a usual table; of a very large one the head and what is meant."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from extractors.document import Cell, Table

MOST_ROWS, MOST_COLUMNS = 80, 40
_HEAD = 4
_AROUND = 3

Span: TypeAlias = tuple[int, int, int, int]
"""First row, first column, row after the last, column after the last, of what is drawn."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is drawn of a grid: each cell with its span among the lines drawn, the lines that stand for gaps, a word on
    what is left out ('' where nothing is).
    """

    height: int
    width: int
    cells: dict[Cell, Span]
    gap_rows: tuple[int, ...] = ()
    gap_columns: tuple[int, ...] = ()
    left_out: str = ""


def excerpt(table: Table, marked: Collection[Cell] = ()) -> Excerpt:
    """The whole grid, or where it is too large its first lines and those around the marked cells."""
    height = max((cell.row + cell.row_span for cell in table.cells), default=0)
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    rows = _drawn(height, {cell.row for cell in marked}, MOST_ROWS)
    columns = _drawn(width, {cell.column for cell in marked}, MOST_COLUMNS)
    cells: dict[Cell, Span] = {}
    for cell in table.cells:
        down = _places(rows, cell.row, cell.row_span)
        across = _places(columns, cell.column, cell.column_span)
        if down and across:
            cells[cell] = (down[0], across[0], down[-1] + 1, across[-1] + 1)
    return Excerpt(
        height=len(rows),
        width=len(columns),
        cells=cells,
        gap_rows=_gaps(rows),
        gap_columns=_gaps(columns),
        left_out=" ".join([*_told(rows, height, "rows"), *_told(columns, width, "columns")]),
    )


def _drawn(count: int, wanted: Collection[int], most: int) -> list[int | None]:
    """The numbers of the lines that are drawn, in order, None where some are left out in between or at the end."""
    if count <= most:
        return list(range(count))
    kept = set(range(_HEAD)) if wanted else set(range(most))
    for line in sorted(wanted):
        around = {place for place in range(line - _AROUND, line + _AROUND + 1) if 0 <= place < count}
        if len(kept | around) > most:
            around = {line} if len(kept) < most else set()
        kept |= around
    drawn: list[int | None] = []
    for line in sorted(kept):
        if drawn and line - 1 not in kept:
            drawn.append(None)
        drawn.append(line)
    return drawn if count - 1 in kept else [*drawn, None]


def _places(lines: list[int | None], first: int, span: int) -> list[int]:
    return [place for place, line in enumerate(lines) if line is not None and first <= line < first + span]


def _gaps(lines: list[int | None]) -> tuple[int, ...]:
    return tuple(place for place, line in enumerate(lines) if line is None)


def _told(lines: list[int | None], count: int, what: str) -> list[str]:
    drawn = sum(line is not None for line in lines)
    return [] if drawn == count else [f"{count - drawn} of {count} {what} are not drawn."]

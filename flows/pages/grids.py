"""A table of a paper as rows of cells for a page, with what the reader says of the doubtful ones."""

import re
from dataclasses import dataclass

from extractors import Cell, Table
from extractors.preview.ink import ink_on
from extractors.preview.marks import is_doubtful

_COLOUR = re.compile("#[0-9a-f]{6}", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a page's table; `style` is its fill as CSS, `doubt` the number of the remark on it (0: none)."""

    text: str
    row_span: int
    column_span: int
    style: str
    doubt: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, None where the grid has a hole, and the remarks on its cells in their order."""

    width: int
    rows: tuple[tuple[GridCell | None, ...], ...]
    remarks: tuple[str, ...]


def grid_of(table: Table) -> Grid:
    """The table with each merged cell once, at its first place."""
    doubtful = [cell for cell in table.cells if is_doubtful(cell)]
    numbers = {cell: number for number, cell in enumerate(doubtful, 1)}
    rows: list[tuple[GridCell | None, ...]] = []
    for r, row in enumerate(table.places):
        starts = [cell for c, cell in enumerate(row) if cell is None or (cell.row, cell.column) == (r, c)]
        rows.append(tuple(_shown(cell, numbers.get(cell, 0)) if cell else None for cell in starts))
    width = len(table.places[0]) if rows else 0
    return Grid(width, tuple(rows), tuple(_remark(cell) for cell in doubtful))


def _shown(cell: Cell, doubt: int) -> GridCell:
    fill = cell.fill if cell.fill and _COLOUR.fullmatch(cell.fill) else None
    style = f"background:{fill};color:{ink_on(fill)}" if fill else ""
    return GridCell(cell.text, cell.row_span, cell.column_span, style, doubt)


def _remark(cell: Cell) -> str:
    parts = [cell.remark or "", f"read with confidence {cell.confidence:.2f}" if round(cell.confidence, 2) < 1 else ""]
    what = "; ".join(part for part in parts if part)
    return f"Row {cell.row + 1}, column {cell.column + 1}, ‘{cell.text}’: {what}."

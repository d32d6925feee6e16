"""Cells with spans, set on the smallest grid that holds them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.document import Cell


def compacted(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells without the rows and columns in which none begins: those come of merging all the way through."""
    return tuple(_without_empty_columns(_without_empty_rows(cells)))


def _without_empty_rows(cells: Sequence[Cell]) -> list[Cell]:
    begun = sorted({cell.row for cell in cells})
    placed = (_place(begun, cell.row, cell.row_span) for cell in cells)
    return [replace(cell, row=row, row_span=span) for cell, (row, span) in zip(cells, placed, strict=True)]


def _without_empty_columns(cells: Iterable[Cell]) -> list[Cell]:
    listed = list(cells)
    begun = sorted({cell.column for cell in listed})
    placed = (_place(begun, cell.column, cell.column_span) for cell in listed)
    return [replace(cell, column=column, column_span=span) for cell, (column, span) in zip(listed, placed, strict=True)]


def _place(begun: Sequence[int], start: int, span: int) -> tuple[int, int]:
    """The number of a row or column among those that count, and how many of them are spanned."""
    rank = bisect_left(begun, start)
    return rank, bisect_left(begun, start + span) - rank

"""One table:table -> the cells that it stores, each at its place, repetitions written out where they say something."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractors.formats.opendocument_package import OFFICE, TABLE

_MOST_CELLS = 500_000
_MOST_COPIES = 20_000
_MOST_ROWS_ALIKE = 1_000
_MOST_CELLS_ALIKE = 1_000
_MOST_BLANKS_ALIKE = 100
_ROW_HOLDERS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_COLUMN_HOLDERS = frozenset(
    f"{TABLE}{name}" for name in ("table-header-columns", "table-columns", "table-column-group")
)
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_HIDDEN = ("collapse", "filter")


@dataclass(frozen=True, slots=True)
class StoredCell:
    """A cell that holds or looks like something; `style` is the name that it or its row or column gives."""

    row: int
    column: int
    row_span: int
    column_span: int
    node: Any
    style: str | None


@dataclass(frozen=True, slots=True)
class StoredGrid:
    """`cells` in reading order; `hidden_rows` and `hidden_columns` that hold cells; `cut` where there were too many."""

    cells: tuple[StoredCell, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    cut: bool = False


def stored_grid(table: Any) -> StoredGrid:
    """The cells of a table. Rows and columns count all places, shown or not.

    A row that a spreadsheet repeats a million times to its lower edge says nothing; one with contents, or a cell, is
    written out a thousand times at most, blank ones with a colour a hundred times, twenty thousand cells in all.
    """
    columns = list(_columns(table))
    cells: list[StoredCell] = []
    hidden_rows: set[int] = set()
    cut = False
    number = copies = 0
    for row, is_hidden in _rows(table):
        repeated = _repeated(row, "number-rows-repeated")
        filled, is_cut = _cells_of(row, columns)
        has_contents = any(_has_contents(node) for _, _, _, node, _ in filled)
        most = min(_MOST_ROWS_ALIKE, 1 + (_MOST_COPIES - copies) // max(len(filled), 1))
        times = min(repeated, most) if has_contents or repeated <= _MOST_BLANKS_ALIKE else 0
        copies += len(filled) * max(times - 1, 0)
        cut |= is_cut or (has_contents and times < repeated)
        for place in range(number, number + (times if filled else 0)):
            if len(cells) + len(filled) > _MOST_CELLS:
                return StoredGrid(tuple(cells), frozenset(hidden_rows), _hidden_columns(columns, cells), cut=True)
            cells += [
                StoredCell(place, column, down, across, node, style) for column, down, across, node, style in filled
            ]
            if is_hidden:
                hidden_rows.add(place)
        number += repeated
    return StoredGrid(tuple(cells), frozenset(hidden_rows), _hidden_columns(columns, cells), cut)


def column_styles(table: Any) -> list[str | None]:
    """The style of each column of a table of a few columns."""
    return [style for start, end, style, _, _ in _columns(table) for _ in range(start, min(end, _MOST_CELLS_ALIKE))]


def rows_of(table: Any) -> list[Any]:
    """The rows of a table that are shown, a repeated one once."""
    return [row for row, is_hidden in _rows(table) if not is_hidden]


_Column = tuple[int, int, str | None, str | None, bool]
"""First column and the one after the last, the columns' own style, that of their cells, whether they are hidden."""


def _columns(table: Any) -> Iterator[_Column]:
    number = 0
    for node in _members(table, f"{TABLE}table-column", _COLUMN_HOLDERS):
        repeated = _repeated(node, "number-columns-repeated")
        style, cells_style = node.get(f"{TABLE}style-name"), node.get(f"{TABLE}default-cell-style-name")
        yield number, number + repeated, style, cells_style, node.get(f"{TABLE}visibility") in _HIDDEN
        number += repeated


def _rows(table: Any, *, hidden: bool = False) -> Iterator[tuple[Any, bool]]:
    for node in table:
        if node.tag == f"{TABLE}table-row":
            yield node, hidden or node.get(f"{TABLE}visibility") in _HIDDEN
        elif node.tag in _ROW_HOLDERS:
            yield from _rows(node, hidden=hidden or node.get(f"{TABLE}display") == "false")


def _members(container: Any, tag: str, holders: frozenset[str]) -> Iterator[Any]:
    for node in container:
        if node.tag == tag:
            yield node
        elif node.tag in holders:
            yield from _members(node, tag, holders)


def _cells_of(row: Any, columns: list[_Column]) -> tuple[list[tuple[int, int, int, Any, str | None]], bool]:
    """The cells of a row that say something, with their columns and spans; covered ones only take their places."""
    found: list[tuple[int, int, int, Any, str | None]] = []
    row_style = row.get(f"{TABLE}default-cell-style-name")
    cut = False
    column = 0
    for node in row.iterchildren(*_CELLS):
        repeated = _repeated(node, "number-columns-repeated")
        if node.tag == _CELLS[0]:
            most = _MOST_CELLS_ALIKE if _has_contents(node) else _MOST_BLANKS_ALIKE
            # What is blank to the edge of the sheet is coloured there at most.
            times = min(repeated, most) if _has_contents(node) or repeated <= most else 0
            cut |= _has_contents(node) and times < repeated
            down, across = _repeated(node, "number-rows-spanned"), _repeated(node, "number-columns-spanned")
            for place in range(column, column + times):
                style = node.get(f"{TABLE}style-name") or row_style or _style_at(columns, place)
                found.append((place, down, across, node, style))
        column += repeated
    is_said = any(_has_contents(node) or node.get(f"{TABLE}style-name") for _, _, _, node, _ in found)
    return (found, cut) if is_said else ([], cut)


def _has_contents(node: Any) -> bool:
    return len(node) > 0 or node.get(f"{OFFICE}value") is not None


def _style_at(columns: list[_Column], place: int) -> str | None:
    return next((style for start, end, _, style, _ in columns if start <= place < end), None)


def _hidden_columns(columns: list[_Column], cells: list[StoredCell]) -> frozenset[int]:
    used = {cell.column for cell in cells}
    ranges = [range(start, end) for start, end, _, _, is_hidden in columns if is_hidden]
    return frozenset(column for column in used if any(column in each for each in ranges))


def _repeated(node: Any, name: str) -> int:
    text = node.get(TABLE + name, "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 10 else 1

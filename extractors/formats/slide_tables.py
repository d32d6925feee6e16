"""One a:tbl -> cells with spans, fills and their places on the slide."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from extractors.document import Box, Cell
from extractors.formats.colours import A, Theme
from extractors.formats.placement import compacted
from extractors.formats.slide_text import cell_text

_TRUE = frozenset({"1", "true"})


def cells_of(table: Any, frame: Box | None, theme: Theme, page: int) -> tuple[Cell, ...]:
    """The cells of a table; `frame` is its box in points, over which columns and rows are spread as they are sized."""
    columns = [float(node.get("w", 0)) for node in table.findall(f"{A}tblGrid/{A}gridCol")]
    rows = table.findall(f"{A}tr")
    across = _edges(columns, frame[0], frame[2]) if frame else None
    down = _edges([float(row.get("h", 0)) for row in rows], frame[1], frame[3]) if frame else None
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        for c, node in enumerate(row.findall(f"{A}tc")):
            if node.get("hMerge") in _TRUE or node.get("vMerge") in _TRUE:
                continue
            cell = _cell(node, r, c, theme, page)
            height = min(cell.row_span, len(rows) - r)
            width = min(cell.column_span, max(len(columns) - c, 1))
            box: Box | None = None
            if across and down and c < len(columns):
                box = (across[c], down[r], across[c + width], down[r + height])
            cells.append(replace(cell, bbox=box, row_span=height, column_span=width))
    return compacted(cells)


def _cell(node: Any, row: int, column: int, theme: Theme, page: int) -> Cell:
    fill = theme.fill_of(node.find(f"{A}tcPr"))
    text, remark = cell_text(node.find(f"{A}txBody"), theme, fill)
    return Cell(
        row=row,
        column=column,
        text=text,
        page=page,
        row_span=int(node.get("rowSpan", 1)),
        column_span=int(node.get("gridSpan", 1)),
        fill=fill,
        remark=remark,
    )


def _edges(sizes: Sequence[float], start: float, end: float) -> list[float] | None:
    total = sum(sizes)
    if not total:
        return None
    return [round(start + (end - start) * reached / total, 2) for reached in accumulate(sizes, initial=0.0)]

"""One table of an OpenDocument text or slide -> cells with spans, fills and remarks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from extractors.document import Box, Cell
from extractors.formats.opendocument_grids import StoredCell, StoredGrid, column_styles, rows_of, stored_grid
from extractors.formats.opendocument_package import STYLE, TABLE, TEXT
from extractors.formats.opendocument_styles import OpenStyles, points
from extractors.formats.opendocument_words import Words
from extractors.formats.placement import compacted
from extractors.formats.unseen import PAPER
from extractors.formats.wordings import Wording
from extractors.wording import lines_of

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_HOLDERS = frozenset(f"{TEXT}{name}" for name in ("list", "list-item", "list-header", "section", "numbered-paragraph"))

NumberOf = Callable[[Any], str]
"""Gives the number that is printed before a paragraph, '' where there is none."""


@dataclass(frozen=True, slots=True)
class OpenGrid:
    """The cells of a table and the elements they come from; what was left out as hidden or because it is too much."""

    cells: tuple[Cell, ...]
    sources: tuple[Any, ...]
    left_out: int
    cut: bool


def grid_of(
    table: Any,
    styles: OpenStyles,
    words: Words,
    number_of: NumberOf,
    *,
    page: int | None = None,
    frame: Box | None = None,
    ground: str | None = PAPER,
) -> OpenGrid:
    """The cells of a table without its hidden rows and columns; `frame` is its box, over which they are spread.

    `ground` is the colour behind the table, None where it is not known.
    """
    stored = stored_grid(table)
    edges = _edges(table, stored, styles, frame)
    cells: list[Cell] = []
    sources: list[Any] = []
    rows = _ranks({cell.row for cell in stored.cells}, stored.hidden_rows)
    columns = _ranks({cell.column for cell in stored.cells}, stored.hidden_columns)
    shown = (cell for cell in stored.cells if cell.row in rows and cell.column in columns)
    for one in shown:
        fill = styles.fill_of("table-cell", one.style)
        wording = text_of_cell(one.node, words, number_of, ground=fill or ground)
        cells.append(
            Cell(
                row=rows[one.row],
                column=columns[one.column],
                text=lines_of(wording.text.replace("\t", " ")),
                page=page,
                bbox=_box(edges, one),
                row_span=_shown_span(rows, one.row, one.row_span),
                column_span=_shown_span(columns, one.column, one.column_span),
                fill=fill,
                remark=wording.remark,
            )
        )
        sources.append(one.node)
    left_out = len(stored.hidden_rows) + len(stored.hidden_columns)
    return OpenGrid(compacted(cells), tuple(sources), left_out, stored.cut)


def text_of_cell(node: Any, words: Words, number_of: NumberOf, *, ground: str | None = None) -> Wording:
    """The paragraphs that stand directly in a cell, one to a line."""
    lines = [Wording(f"{number_of(one)} ") + words.of(one, ground=ground) for one in paragraphs_in(node)]
    return sum((line + Wording("\n", "\n" if line.deleted else "") for line in lines), Wording())


def paragraphs_in(node: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those of its lists too, without those of tables and frames inside it."""
    for child in node:
        if child.tag in _PARAGRAPHS:
            yield child
        elif child.tag in _HOLDERS:
            yield from paragraphs_in(child)


def _ranks(used: set[int], hidden: frozenset[int]) -> dict[int, int]:
    """Shown rows or columns by their own number -> their number among those that are shown."""
    return {number: rank for rank, number in enumerate(sorted(used - hidden))}


def _shown_span(ranks: dict[int, int], start: int, span: int) -> int:
    """How many shown rows or columns a cell covers; the span that a file claims may be longer than its table."""
    return sum(number in ranks for number in range(start, start + min(span, len(ranks)))) or 1


def _edges(
    table: Any, stored: StoredGrid, styles: OpenStyles, frame: Box | None
) -> tuple[list[float], list[float]] | None:
    """Where columns and rows begin and end; None for a table without a place or with hidden parts."""
    if frame is None or stored.hidden_rows or stored.hidden_columns:
        return None
    widths = [_size(styles, "table-column", style, "column-width") for style in column_styles(table)]
    heights = [_size(styles, "table-row", row.get(f"{TABLE}style-name"), "row-height") for row in rows_of(table)]
    across, down = _spread(widths, frame[0], frame[2]), _spread(heights, frame[1], frame[3])
    return (across, down) if across and down else None


def _size(styles: OpenStyles, family: str, style: str | None, name: str) -> float:
    least = f"{STYLE}min-{name}"
    return points(styles.says(family, style, STYLE + name) or styles.says(family, style, least)) or 0.0


def _spread(sizes: Sequence[float], start: float, end: float) -> list[float]:
    total = sum(sizes)
    if not total:
        return []
    return [round(start + (end - start) * reached / total, 2) for reached in accumulate(sizes, initial=0.0)]


def _box(edges: tuple[list[float], list[float]] | None, cell: StoredCell) -> Box | None:
    if edges is None or cell.column + 1 >= len(edges[0]) or cell.row + 1 >= len(edges[1]):
        return None
    across, down = edges
    right, bottom = min(cell.column + cell.column_span, len(across) - 1), min(cell.row + cell.row_span, len(down) - 1)
    return across[cell.column], down[cell.row], across[right], down[bottom]

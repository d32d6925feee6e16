"""A picture as recognised -> the tables that it shows and the text around them; of a chart only that it is one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extractors.captions import title_above, with_captions
from extractors.document import Block, Box, Notice, Table
from extractors.grids.grid import table_of
from extractors.grids.marks import area, holds, shared
from extractors.grids.reading import read_page
from extractors.prose import blocks_of, type_sizes
from extractors.recognition import RecognisedPage
from extractors.recognition.plots import plots_of

_LEAST_CELLS = 6
_LEAST_WRITTEN = 0.35
_LEAST_SURE = 0.6
_OVER = 0.3
_LEAST_NAMED = 0.6
_NAME = re.compile(r"[^\W\d_]{3}|\b(?:19|20)\d\d\b")


def shown_in(found: RecognisedPage, page: int | None, *, covers: bool) -> list[Block | Table | Notice]:
    """Tables, and with them (or where the picture `covers` its page) the text; a notice for each chart."""
    read = read_page(found.marks)
    plots = [*(chart.box for chart in read.charts), *plots_of(found.marks)]
    grids = [grid for grid in read.grids if not _in_plot(grid.box, plots)]
    drawn = [table_of(grid, found.marks.fills, page=page) for grid in grids]
    tables = [table for table in drawn if _is_table(found.placed(table))]
    blocks = _prose(found, tables, page)
    notices = [_chart(page, title_above(box, blocks)) for box in _apart(plots)]
    if not tables and not covers:
        return [*notices]
    parts: list[Block | Table] = [*blocks, *tables]
    ordered = sorted(parts, key=lambda part: (part.bbox[1], part.bbox[0]) if part.bbox else (0.0, 0.0))
    return [*map(found.placed, with_captions(ordered)), *notices]


def _chart(page: int | None, title: str | None) -> Notice:
    name = f"The chart '{title}'" if title else "A chart"
    where = f" on page {page}" if page is not None else ""
    text = f"{name}{where} is a picture: no value was taken from it. Read it by hand, or ask for the figures."
    return Notice("figure_without_data", text, page)


def _in_plot(box: Box, plots: Sequence[Box]) -> bool:
    return any(shared(box, plot) > _OVER * area(box) for plot in plots)


def _apart(plots: Sequence[Box]) -> list[Box]:
    """Each plot once: two axes tell of the same one."""
    apart: list[Box] = []
    for plot in sorted(plots, key=area, reverse=True):
        if not _in_plot(plot, apart):
            apart.append(plot)
    return apart


def _is_table(table: Block | Table) -> bool:
    """Whether enough was read in the cells, and surely enough, to take the lines of a picture for a table."""
    if not isinstance(table, Table):
        return False
    written = [cell for cell in table.cells if cell.text]
    if len(written) < max(_LEAST_CELLS, _LEAST_WRITTEN * len(table.cells)):
        return False
    return median(cell.confidence for cell in written) >= _LEAST_SURE and _names_its_rows(table)


def _names_its_rows(table: Table) -> bool:
    """Whether most rows hold a word or a year: the figures and ticks of a chart line up too, and say of nothing."""
    named = sum(any(_NAME.search(text) for text in row) for row in table.rows)
    return named >= _LEAST_NAMED * len(table.rows)


def _prose(found: RecognisedPage, tables: Sequence[Table], page: int | None) -> list[Block]:
    """The text that stands in no table."""
    marks = found.marks
    boxes = [table.bbox for table in tables if table.bbox]
    loose = [word for word in marks.words if not any(holds(box, word.centre) for box in boxes)]
    blocks = blocks_of(loose, type_sizes([marks.words]), page or 0, marks.width)
    return [replace(block, page=page) for block in blocks]

"""A proved chart as a Table: the categories down, the series across."""

from collections.abc import Sequence

from extractors.document import Box, Cell, Table
from extractors.grids.bars import Chart
from extractors.grids.grid import rounded
from extractors.grids.lines import text_of
from extractors.grids.marks import Word, around


def chart_table(chart: Chart, page: int | None, title: str | None = None) -> Table:
    """The table that the chart shows, its header row the names of the series (the title where there is one unnamed)."""
    names = chart.series if any(chart.series) else (title or "",) * len(chart.series)
    cells = [_cell(0, column, name, None, page) for column, name in enumerate(("", *names))]
    for row, (category, box, labels) in enumerate(chart.rows, start=1):
        cells.append(_cell(row, 0, category, box, page))
        cells += [_value(row, column, label, page) for column, label in enumerate(labels, start=1)]
    return Table(tuple(cells), "chart", page, rounded(chart.box), title)


def _value(row: int, column: int, label: Sequence[Word], page: int | None) -> Cell:
    return _cell(row, column, text_of(label), around([word.box for word in label]) if label else None, page)


def _cell(row: int, column: int, text: str, box: Box | None, page: int | None) -> Cell:
    return Cell(row, column, text, page, rounded(box) if box else None)

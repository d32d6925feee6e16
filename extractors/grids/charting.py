"""A proved chart as a Table: the categories down, the series across."""

from extractors.document import Box, Cell, Table
from extractors.grids.chart import Chart, Reading
from extractors.grids.grid import rounded

MEASURED = "measured against the axis"
_MEASURED_CONFIDENCE = 0.8


def chart_table(chart: Chart, page: int | None, title: str | None = None) -> Table:
    """The table that the chart shows, its header row the names of the series (the title where there is one unnamed)."""
    names = chart.series if any(chart.series) else (title or "",) * len(chart.series)
    cells = [Cell(0, column, name, page) for column, name in enumerate(("", *names))]
    for number, row in enumerate(chart.rows, start=1):
        cells.append(Cell(number, 0, row.name, page, _box(row.box)))
        cells += [_value(number, column, reading, page) for column, reading in enumerate(row.readings, start=1)]
    return Table(tuple(cells), "chart", page, rounded(chart.box), title)


def _value(row: int, column: int, reading: Reading | None, page: int | None) -> Cell:
    if reading is None:
        return Cell(row, column, "", page)
    confidence, remark = (_MEASURED_CONFIDENCE, MEASURED) if reading.measured else (1.0, None)
    return Cell(row, column, reading.text, page, _box(reading.box), confidence=confidence, remark=remark)


def _box(box: Box | None) -> Box | None:
    return rounded(box) if box else None

"""The charts of a page, whatever their kind: what is proved as rows, what is not as a figure without data."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Box
from extractors.grids.bar_charts import bar_charts
from extractors.grids.bars import are_close, bar_groups
from extractors.grids.chart import Chart, once, stands_in, turned, view_of
from extractors.grids.chart_scales import scales_of
from extractors.grids.chart_shapes import shapes_of
from extractors.grids.line_charts import line_charts
from extractors.grids.marks import Marks, Word, around
from extractors.grids.radar_charts import radar_charts

_LEAST_INK = 3
_MOST_INK = 20_000
"""More than that is a map or a plan, no chart."""


def charts_of(marks: Marks, taken: Sequence[Box] = ()) -> list[Chart]:
    """The charts of a page outside the boxes `taken`."""
    if not _LEAST_INK <= len(marks.fills) + len(marks.traces) <= _MOST_INK:
        return []
    words = [word for word in marks.words if not any(stands_in(word.box, box) for box in taken)]
    charts: list[Chart] = []
    for lying in (False, True):
        if not _may_show_charts(marks, lying=lying):
            continue
        view = view_of(marks, words, lying=lying)
        scales = scales_of(view)
        covered = [turned(box) if lying else box for box in taken]
        for chart in bar_charts(view, marks, scales, covered):
            if not any(stands_in(chart.plot, other.plot) for other in charts):
                charts.append(chart)
        if lying:
            continue
        for chart in line_charts(view, marks, scales):
            charts = _with_lines(charts, chart)
        for chart in radar_charts(view, marks, scales):
            charts = [other for other in charts if not stands_in(other.plot, chart.plot)] + [chart]
        charts += shapes_of(view, marks, scales, charts)
    return charts


def chart_words(marks: Marks) -> set[Word]:
    """The words that belong to charts beyond doubt."""
    return {word for chart in charts_of(marks) if chart.is_sure for word in chart.words}


def _may_show_charts(marks: Marks, *, lying: bool) -> bool:
    """Whether anything but the cells of tables is drawn that way: a quick look, most pages show no chart."""
    if not lying and any(len(trace.points) > 2 or trace.colour for trace in marks.traces):
        return True
    return any(not are_close(group) for group in bar_groups(view_of(marks, (), lying=lying), (), ()))


def _with_lines(charts: Sequence[Chart], lines: Chart) -> list[Chart]:
    """The charts and one of lines; lines over bars of the same names become further series of the bars."""
    place = next((n for n, chart in enumerate(charts) if stands_in(lines.plot, chart.plot)), None)
    if place is None:
        return [*charts, lines]
    bars = charts[place]
    if not lines.rows or [row.name for row in bars.rows] != [row.name for row in lines.rows]:
        told = replace(bars, unread=(*bars.unread, *(lines.unread or lines.series)))
        return [told if n == place else chart for n, chart in enumerate(charts)]
    rows = tuple(
        replace(row, readings=(*row.readings, *other.readings))
        for row, other in zip(bars.rows, lines.rows, strict=True)
    )
    words = once((*bars.words, *lines.words))
    whole = around([bars.box, lines.box])
    unread = (*bars.unread, *lines.unread)
    joined = replace(bars, box=whole, series=(*bars.series, *lines.series), rows=rows, words=words, unread=unread)
    return [joined if n == place else chart for n, chart in enumerate(charts)]

"""The marks of a page -> all its grids and charts, the surest evidence first; no word stands in two of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.aligned import aligned_grids
from extractors.grids.chart import Chart
from extractors.grids.charts import charts_of
from extractors.grids.data_bars import without_data_bars
from extractors.grids.filled import filled_grids
from extractors.grids.grid import Grid
from extractors.grids.labels import is_labelled, with_labels, with_turned_heads
from extractors.grids.marks import Marks, Word, area, shared
from extractors.grids.panels import words_of_cards
from extractors.grids.restarted import restarted
from extractors.grids.ruled import ruled_grids
from extractors.grids.settings import USUAL, GridSettings

_LEAST_DRAWING = 40.0
_SAME_PLACE = 0.5
_WRITTEN = 0.9
_SAME_WORDS = 0.8


@dataclass(frozen=True, slots=True)
class PageGrids:
    """What was found on a page, from its head to its foot."""

    grids: tuple[Grid, ...]
    charts: tuple[Chart, ...]

    @property
    def words(self) -> set[Word]:
        """The words that stand in a grid or in a chart whose values are proved."""
        taken = {word for grid in self.grids for word in grid.all_words}
        return taken | {word for chart in self.charts if chart.rows for word in chart.words}


def read_page(marks: Marks, settings: GridSettings = USUAL) -> PageGrids:
    """Ruled grids first, then heatmaps of boxes, then charts, and what alignment shows in the rest.

    The rules behind a chart may look like a grid: where its words are all words of the chart, it is the chart.
    """
    charts = charts_of(marks)
    plain = without_data_bars(marks)
    grids = [grid for grid in ruled_grids(plain, settings) if not _is_drawing(grid.lattice.box, marks)]
    left = _less(plain, grids)
    grids += [grid for grid in filled_grids(left, settings) if not _overlaps(grid.lattice.box, grids)]
    grids = [grid for grid in grids if not any(_is_ground_of(grid, chart) for chart in charts)]
    grids = _labelled(grids, marks, settings)
    charts = charts_of(marks, [grid.box for grid in grids]) if charts and grids else charts
    left = _less(marks, grids).without({word for chart in charts for word in chart.words})
    left = left.without(words_of_cards(left))
    for grid in aligned_grids(left, settings):
        box = grid.lattice.box
        in_chart = any(shared(box, chart.box) > 0.3 * area(box) for chart in charts)
        if not in_chart and not _overlaps(box, grids) and not _is_drawing(box, marks):
            grids.append(with_turned_heads(grid, left.words, settings))
    grids = [part for grid in grids for part in restarted(grid)]
    grids.sort(key=lambda grid: (grid.lattice.ys[0], grid.lattice.xs[0]))
    return PageGrids(tuple(grids), tuple(charts))


def _is_ground_of(grid: Grid, chart: Chart) -> bool:
    """Whether what looks like a grid are the rules and bars of a chart; of an unsure one, if no cell holds a word."""
    if shared(grid.lattice.box, chart.box) < _SAME_PLACE * area(grid.lattice.box):
        return False
    if not chart.is_sure and any(any(map(str.isalpha, word.text)) for word in grid.all_words):
        return False
    if not chart.is_sure and sum(map(bool, grid.words)) >= _WRITTEN * len(grid.words):
        # a heatmap: the ground of a chart is blank where no bar and no label stands
        return False
    own = set(chart.words)
    return sum(word in own for word in grid.all_words) >= _SAME_WORDS * len(grid.all_words)


def _less(marks: Marks, grids: Sequence[Grid]) -> Marks:
    return marks.without({word for grid in grids for word in grid.all_words})


def _overlaps(box: Box, grids: Sequence[Grid]) -> bool:
    return any(shared(box, grid.lattice.box) > 0.2 * min(area(box), area(grid.lattice.box)) for grid in grids)


def _is_drawing(box: Box, marks: Marks) -> bool:
    """Whether a curve or slanting line runs through much of the box: a chart or plan, no table."""
    width, height = box[2] - box[0], box[3] - box[1]
    return any(
        shared(drawing, box) > 0
        and min(drawing[2], box[2]) - max(drawing[0], box[0]) > max(_LEAST_DRAWING, 0.25 * width)
        and min(drawing[3], box[3]) - max(drawing[1], box[1]) > min(0.15 * height, _LEAST_DRAWING)
        for drawing in marks.drawings
    )


def _labelled(grids: Sequence[Grid], marks: Marks, settings: GridSettings) -> list[Grid]:
    """The grids with the labels that stand outside their cells; cells of colour alone are a table only with such."""
    labelled: list[Grid] = []
    taken = {word for grid in grids for word in grid.all_words}
    for grid in grids:
        wider = with_labels(grid, [word for word in marks.words if word not in taken], settings)
        if not grid.all_words and not is_labelled(wider):
            continue
        taken |= wider.all_words
        labelled.append(wider)
    return labelled

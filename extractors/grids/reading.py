"""The marks of a page -> all its grids and charts, the surest evidence first; no word stands in two of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.aligned import aligned_grids
from extractors.grids.bars import Chart, charts_of
from extractors.grids.filled import filled_grids
from extractors.grids.grid import Grid
from extractors.grids.labels import with_labels
from extractors.grids.marks import Marks, Word, area, shared
from extractors.grids.ruled import ruled_grids
from extractors.grids.settings import USUAL, GridSettings

_LEAST_DRAWING = 40.0


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
    """Ruled grids first, then heatmaps of boxes, then charts, and what alignment shows in the rest."""
    grids = [grid for grid in ruled_grids(marks, settings) if not _is_drawing(grid.lattice.box, marks)]
    left = _less(marks, grids)
    grids += [grid for grid in filled_grids(left, settings) if not _overlaps(grid.lattice.box, grids)]
    grids = _labelled(grids, marks, settings)
    charts = charts_of(marks, [grid.box for grid in grids])
    left = _less(marks, grids).without({word for chart in charts for word in chart.words})
    for grid in aligned_grids(left, settings):
        box = grid.lattice.box
        in_chart = any(shared(box, chart.box) > 0.3 * area(box) for chart in charts)
        if not in_chart and not _overlaps(box, grids) and not _is_drawing(box, marks):
            grids.append(grid)
    grids.sort(key=lambda grid: (grid.lattice.ys[0], grid.lattice.xs[0]))
    return PageGrids(tuple(grids), tuple(charts))


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
    labelled: list[Grid] = []
    taken = {word for grid in grids for word in grid.all_words}
    for grid in grids:
        wider = with_labels(grid, [word for word in marks.words if word not in taken], settings)
        taken |= wider.all_words
        labelled.append(wider)
    return labelled

"""Ruled grids that are ruled only in part: wide places cut at the columns of other rows, tall ones at their lines."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.grids.grid import Grid
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word
from extractors.grids.placing import placed
from extractors.grids.segments import Row, rows_of
from extractors.grids.settings import USUAL, GridSettings
from extractors.grids.stacking import stacked

_GAP_EM = 0.6
_STRADDLE = 1.0


def opened(grid: Grid, settings: GridSettings = USUAL) -> Grid:
    """The grid with the cells that its text shows where its rules do not; the same grid where rules say it all."""
    return _cut_into_rows(_cut_into_columns(grid), settings)


def _cut_into_columns(grid: Grid) -> Grid:
    lattice = grid.lattice
    areas: list[Area] = []
    for area, words in grid.cells:
        walls = _missing_walls(area, words, lattice)
        ends = [area.left, *walls, area.right]
        areas += [Area(area.top, left, area.bottom, right) for left, right in pairwise(ends)]
    if len(areas) == len(lattice.areas):
        return grid
    cut = Lattice(lattice.xs, lattice.ys, tuple(sorted(areas, key=lambda area: (area.top, area.left))))
    return Grid(cut, placed([word for words in grid.words for word in words], cut), grid.evidence)


def _missing_walls(area: Area, words: Sequence[Word], lattice: Lattice) -> list[int]:
    """The lines inside a wide place that no word crosses, if its text stands in wide-set pieces on either side."""
    inner = range(area.left + 1, area.right)
    if not inner or len(words) < 2 or area.bottom - area.top > 1 or any(word.angle for word in words):
        return []
    free = [
        line
        for line in inner
        if not any(
            word.box[0] < lattice.xs[line] - _STRADDLE and word.box[2] > lattice.xs[line] + _STRADDLE for word in words
        )
    ]
    for line in free:
        x = lattice.xs[line]
        before = [word.box[2] for word in words if word.box[2] <= x + _STRADDLE]
        after = [word.box[0] for word in words if word.box[0] >= x - _STRADDLE]
        if before and after and min(after) - max(before) > _GAP_EM * words[0].size:
            return free
    return []


def _cut_into_rows(grid: Grid, settings: GridSettings) -> Grid:
    lattice = grid.lattice
    ys: list[float] = [lattice.ys[0]]
    parts: list[list[float]] = []
    for row in range(grid.rows):
        inside = _heights(grid, row, settings)
        parts.append(inside)
        ys += [*inside, lattice.ys[row + 1]]
    if not any(parts):
        return grid
    first = [row + sum(map(len, parts[:row])) for row in range(grid.rows + 1)]
    areas: list[Area] = []
    for area in lattice.areas:
        top, bottom = first[area.top], first[area.bottom]
        if area.bottom - area.top == 1 and bottom - top > 1:
            areas += [Area(row, area.left, row + 1, area.right) for row in range(top, bottom)]
        else:
            areas.append(Area(top, area.left, bottom, area.right))
    cut = Lattice(lattice.xs, tuple(ys), tuple(sorted(areas, key=lambda area: (area.top, area.left))))
    return Grid(cut, placed([word for words in grid.words for word in words], cut), grid.evidence)


def _heights(grid: Grid, row: int, settings: GridSettings) -> list[float]:
    """Where a tall row is to be cut, none where it is one row."""
    lattice = grid.lattice
    parts = [(area, words) for area, words in grid.cells if area.top <= row < area.bottom]
    if len(parts) < 2 or any(area.bottom - area.top > 1 and words for area, words in parts):
        return []
    columns = [rows_of(words, settings) for _, words in parts]
    if not _hides_rows(columns, [lattice.box_of(area) for area, _ in parts], alone=grid.rows == 1):
        return []
    spans = [(lattice.xs[area.left], lattice.xs[area.right]) for area, _ in parts]
    lines = rows_of([word for _, words in parts for word in words], settings)
    bands = stacked(lines, spans)
    return [
        (max(one.box[3] for one in before) + min(one.box[1] for one in after)) / 2 for before, after in pairwise(bands)
    ]


def _hides_rows(columns: Sequence[Sequence[Row]], boxes: Sequence[Box], *, alone: bool) -> bool:
    """Whether at least two columns hold lines that pair up, one of them figures; or many short lines throughout."""
    written = [(rows, box) for rows, box in zip(columns, boxes, strict=True) if rows]
    if len(written) < 2:
        return False
    for rows in (rows for rows, _ in written if _are_figures(rows, alone)):
        pairs = [other for other, _ in written if other is not rows and len(other) >= len(rows)]
        if any(_pair_up(rows, other) for other in pairs):
            return True
    fewest = min(len(rows) for rows, _ in written)
    if fewest < 5 or max(len(rows) for rows, _ in written) != fewest:
        return False
    shares = [
        sum(row.box[2] - row.box[0] for row in rows) / len(rows) / max(box[2] - box[0], 1.0) for rows, box in written
    ]
    return max(shares) < 0.7


def _are_figures(rows: Sequence[Row], alone: bool) -> bool:
    """Whether the lines are values, at least two; where there is but one ruled row, a heading may stand over them."""
    values = [_is_figure(row) for row in rows]
    return len(rows) >= 2 and all(values[1:]) and (values[0] or (alone and len(rows) >= 3))


def _is_figure(row: Row) -> bool:
    return len(row.segments) == 1 and row.segments[0].is_value


def _pair_up(rows: Sequence[Row], other: Sequence[Row]) -> bool:
    places = [(row.box[1] + row.box[3]) / 2 for row in other]
    return all(min(abs((row.box[1] + row.box[3]) / 2 - place) for place in places) < 0.35 * row.size for row in rows)

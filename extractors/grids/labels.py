"""Headings and row labels that stand outside the drawn cells: over the columns, upright, turned or slanting, or beside
the rows."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.grids.grid import Grid
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word, around
from extractors.grids.placing import stretches_of
from extractors.grids.segments import Row, rows_of
from extractors.grids.settings import USUAL, GridSettings

_LABELLED_SHARE = 0.6
_HEAD_LINES = 3


def with_labels(grid: Grid, free: Sequence[Word], settings: GridSettings = USUAL) -> Grid:
    """The grid with a row above and a column to the left where its cells hold values only and labels stand outside.

    `free` are the words of the page that stand in no grid.
    """
    if _is_values([words for area, words in _pairs(grid) if area.left == 0], settings):
        grid = _with_stub(grid, free, settings)
    taken = grid.all_words
    if _is_values([words for area, words in _pairs(grid) if area.top == 0 and area.left > 0], settings):
        grid = _with_heads(grid, [word for word in free if word not in taken], settings)
    return grid


def _pairs(grid: Grid) -> list[tuple[Area, tuple[Word, ...]]]:
    return list(zip(grid.lattice.areas, grid.words, strict=True))


def _is_values(cells: Sequence[tuple[Word, ...]], settings: GridSettings) -> bool:
    written = [words for words in cells if words]
    values = [
        words
        for words in written
        if all(len(row.segments) == 1 and row.segments[0].is_value for row in rows_of(words, settings))
        and all(word.angle == 0 for word in words)
    ]
    return len(values) >= 0.7 * len(written)


def _with_stub(grid: Grid, free: Sequence[Word], settings: GridSettings) -> Grid:
    lattice = grid.lattice
    found: list[list[Word]] = []
    for top, bottom in pairwise(lattice.ys):
        beside = [
            word
            for word in free
            if word.angle == 0 and top <= word.centre[1] < bottom and word.box[2] <= lattice.xs[0] + 3
        ]
        found.append(_nearest(beside, lattice.xs[0], settings))
    if sum(map(bool, found)) < _LABELLED_SHARE * grid.rows:
        return grid
    left = min(word.box[0] for words in found for word in words) - 2
    areas = [replace(area, left=area.left + 1, right=area.right + 1) for area in lattice.areas]
    stub = [Area(row, 0, row + 1, 1) for row in range(grid.rows)]
    wide = Lattice((left, *lattice.xs), lattice.ys, (*areas, *stub))
    return Grid(wide, (*grid.words, *map(tuple, found)), grid.evidence, grid.caption)


def _nearest(words: Sequence[Word], edge: float, settings: GridSettings) -> list[Word]:
    """The last segment of each line to the left of the edge, unless another text stands between."""
    kept: list[Word] = []
    for row in rows_of(words, settings):
        segment = row.segments[-1]
        if edge - segment.box[2] < 160:
            kept += segment.words
            if len(row.segments) == 2 and row.segments[0].is_value:
                kept = [*row.segments[0].words, *kept]
    return kept


def _with_heads(grid: Grid, free: Sequence[Word], settings: GridSettings) -> Grid:
    lattice = grid.lattice
    columns = [(lattice.xs[n], lattice.xs[n + 1]) for n in range(grid.columns)]
    found = _turned_heads(columns, lattice, free) or _upright_heads(columns, lattice, free, settings)
    value_columns = max(grid.columns - 1, 1)
    if sum(bool(words) for words in found[-value_columns:]) < _LABELLED_SHARE * value_columns:
        return grid
    top = min(word.box[1] for words in found for word in words) - 2
    areas = [replace(area, top=area.top + 1, bottom=area.bottom + 1) for area in lattice.areas]
    heads = [Area(0, column, 1, column + 1) for column in range(grid.columns)]
    high = Lattice(lattice.xs, (top, *lattice.ys), (*heads, *areas))
    return Grid(high, (*map(tuple, found), *grid.words), grid.evidence, grid.caption)


def _turned_heads(columns: Sequence[tuple[float, float]], lattice: Lattice, free: Sequence[Word]) -> list[list[Word]]:
    """Turned and slanting headings: each belongs to the column over which its lower end stands."""
    found: list[list[Word]] = [[] for _ in columns]
    for stretch in stretches_of([word for word in free if word.angle % 180 != 0]):
        x, y = _foot(stretch)
        near = -3 * stretch[0].size < lattice.ys[0] - y + stretch[0].size < 4 * stretch[0].size
        if not near:
            continue
        for number, (start, end) in enumerate(columns):
            if start - 1 <= x < end - 1:
                found[number] += stretch
    return found if any(found) else []


def _foot(stretch: Sequence[Word]) -> tuple[float, float]:
    """The point of a turned text that is nearest to what it heads: where it starts if it rises, ends if it falls."""
    box = around([word.box for word in stretch])
    angle = stretch[0].angle
    size = stretch[0].size
    middle = (box[0] + box[2]) / 2
    if abs(math.cos(math.radians(angle))) < 0.2:
        return middle, box[3]
    rises_right = angle % 180 < 90
    return (box[0] + 0.5 * size, box[3]) if rises_right else (box[2] - 0.5 * size, box[3])


def _upright_heads(
    columns: Sequence[tuple[float, float]], lattice: Lattice, free: Sequence[Word], settings: GridSettings
) -> list[list[Word]]:
    found: list[list[Word]] = [[] for _ in columns]
    above = [
        word
        for word in free
        if word.angle == 0
        and word.box[3] <= lattice.ys[0] + 2
        and columns[0][0] - 4 <= word.centre[0] <= columns[-1][1] + 4
    ]
    edge = lattice.ys[0]
    for count, row in enumerate(reversed(rows_of(above, settings))):
        if edge - row.box[3] > (1.2 if count else 1.8) * row.size or count >= _HEAD_LINES or not _fits(row, columns):
            break
        for segment in row.segments:
            middle = (segment.box[0] + segment.box[2]) / 2
            number = min(range(len(columns)), key=lambda n: abs((columns[n][0] + columns[n][1]) / 2 - middle))
            found[number] = [*segment.words, *found[number]]
        edge = row.box[1]
    return found


def _fits(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether every piece of the line stands over one column only."""
    for segment in row.segments:
        crossed = sum(segment.box[0] < start - 4 and segment.box[2] > start + 4 for start, _ in columns[1:])
        if crossed > (1 if len(row.segments) > 2 else 0):
            return False
    return True

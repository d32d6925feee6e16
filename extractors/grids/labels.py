"""Headings and row labels that stand outside the drawn cells: over the columns, upright, turned or slanting, or beside
the rows."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.grids.grid import Grid
from extractors.grids.headings import blank_em, parted
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word, around, holds
from extractors.grids.placing import stretches_of
from extractors.grids.segments import Row, rows_of
from extractors.grids.settings import USUAL, GridSettings

_LABELLED_SHARE = 0.6
_HEAD_LINES = 3
_NEAR = 160.0
_LINE_PITCH_EM = 1.45
_FAR_EM = 9.0
_ALIGNED = 3.0


def with_labels(grid: Grid, free: Sequence[Word], settings: GridSettings = USUAL) -> Grid:
    """The grid with a row above and a column to the left where its cells hold values only and labels stand outside.

    `free` are the words of the page that stand in no grid.
    """
    if _is_values([words for area, words in grid.cells if area.left == 0], settings):
        grid = _with_stub(grid, free, settings)
    if _is_values([words for area, words in grid.cells if area.top == 0 and area.left > 0], settings):
        grid = _with_heads(grid, _less(free, grid), settings)
    return grid


def with_turned_heads(grid: Grid, free: Sequence[Word], settings: GridSettings = USUAL) -> Grid:
    """The grid with a row above where it begins with values and turned headings stand over them."""
    first = [words for area, words in grid.cells if area.top == 0 and area.left > 0]
    turned = [word for word in free if word.angle % 180 != 0]
    return _with_heads(grid, _less(free, grid), settings) if turned and _is_values(first, settings) else grid


def is_labelled(grid: Grid) -> bool:
    """Whether the first row and the first column hold texts."""
    first_row = [bool(words) for area, words in grid.cells if area.top == 0 and area.left > 0]
    first_column = [bool(words) for area, words in grid.cells if area.left == 0 and area.top > 0]
    return all(sum(cells) > _LABELLED_SHARE * len(cells) for cells in (first_row, first_column))


def _less(free: Sequence[Word], grid: Grid) -> list[Word]:
    taken = grid.all_words
    return [word for word in free if word not in taken]


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
        found.append(_last_segments(beside, settings))
    if sum(map(bool, found)) < _LABELLED_SHARE * grid.rows or not _are_labels(found, lattice.xs[0]):
        return grid
    left = min(word.box[0] for words in found for word in words) - 2
    areas = [replace(area, left=area.left + 1, right=area.right + 1) for area in lattice.areas]
    stub = [Area(row, 0, row + 1, 1) for row in range(grid.rows)]
    wide = Lattice((left, *lattice.xs), lattice.ys, (*areas, *stub))
    return Grid(wide, (*grid.words, *map(tuple, found)), grid.evidence, grid.caption)


def _last_segments(words: Sequence[Word], settings: GridSettings) -> list[Word]:
    """The last segment of each line, with the number that stands before it."""
    kept: list[Word] = []
    for row in rows_of(words, settings):
        kept += row.segments[-1].words
        if len(row.segments) == 2 and row.segments[0].is_value:
            kept = [*row.segments[0].words, *kept]
    return kept


def _are_labels(found: Sequence[list[Word]], edge: float) -> bool:
    """Whether the texts stand near the edge, or below one another however far away."""
    boxes = [around([word.box for word in words]) for words in found if words]
    if all(edge - box[2] < _NEAR for box in boxes):
        return True
    sides = ([box[0] for box in boxes], [box[2] for box in boxes], [(box[0] + box[2]) / 2 for box in boxes])
    return any(sum(abs(place - median(places)) < _ALIGNED for place in places) > 0.8 * len(boxes) for places in sides)


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
    """Turned and slanting headings: each belongs to the column over which its lower end stands.

    Some end close above the cells; others, set at the head of their band, only stand beside those that do.
    """
    found: list[list[Word]] = [[] for _ in columns]
    stretches = stretches_of([word for word in free if word.angle % 180 != 0])
    feet = [_foot(stretch) for stretch in stretches]
    reach = 4.0 if _stands_between(stretches, feet, lattice, free) else _FAR_EM
    close = [
        -3 * stretch[0].size < lattice.ys[0] - y + stretch[0].size < reach * stretch[0].size
        for stretch, (_, y) in zip(stretches, feet, strict=True)
    ]
    band = [around([word.box for word in stretch]) for stretch, near in zip(stretches, close, strict=True) if near]
    heads: list[tuple[float, list[Word]]] = []
    for stretch, (x, y), near in zip(stretches, feet, close, strict=True):
        beside = any(box[1] - 1 < (stretch[0].box[1] + stretch[-1].box[3]) / 2 < box[3] + 1 for box in band)
        if near or (beside and y < lattice.ys[0]):
            heads.append((x, stretch))
    for x, stretch in heads:
        number = _column_at(x, columns)
        if number is not None:
            found[number] += stretch
    found = _in_turn(heads, columns) or found
    return _with_corner(found, columns, free) if any(found) else []


def _stands_between(
    stretches: Sequence[list[Word]],
    feet: Sequence[tuple[float, float]],
    lattice: Lattice,
    free: Sequence[Word],
) -> bool:
    """Whether upright text lies between the turned headings and the cells; slanting ones are never far off."""
    above = [y for _, y in feet if y < lattice.ys[0]]
    if not above or any(stretch[0].angle % 90 for stretch in stretches):
        return True
    gap = lattice.xs[0], max(above), lattice.xs[-1], lattice.ys[0]
    return any(word.angle == 0 and holds(gap, word.centre) and word.box[0] > lattice.xs[1] for word in free)


def _in_turn(heads: Sequence[tuple[float, list[Word]]], columns: Sequence[tuple[float, float]]) -> list[list[Word]]:
    """One heading for each value column, in their order, be they of several lines or begin beside their columns."""
    ordered: list[tuple[float, list[Word]]] = []
    last = float("-inf")
    for x, words in sorted(heads, key=lambda head: head[0]):
        if x - last < _LINE_PITCH_EM * words[0].size and words[0].angle % 90 == 0:
            ordered[-1] = ((ordered[-1][0] + x) / 2, ordered[-1][1] + words)
        else:
            ordered.append((x, words))
        last = x
    if len(ordered) != len(columns) - 1:
        return []
    pairs = zip(ordered, columns[1:], strict=True)
    if any(abs(x - (start + end) / 2) > 1.2 * (end - start) for (x, _), (start, end) in pairs):
        return []
    return [[], *(words for _, words in ordered)]


def _column_at(x: float, columns: Sequence[tuple[float, float]]) -> int | None:
    """The column over which x lies; beyond the last text of an outer column, that one."""
    for number, (start, end) in enumerate(columns):
        if start - 1 <= x < end - 1:
            return number
    width = median(end - start for start, end in columns)
    nearest = min(range(len(columns)), key=lambda n: abs(sum(columns[n]) / 2 - x))
    return nearest if abs(sum(columns[nearest]) / 2 - x) < 0.75 * width else None


def _with_corner(
    found: list[list[Word]], columns: Sequence[tuple[float, float]], free: Sequence[Word]
) -> list[list[Word]]:
    """The turned headings with the upright one that stands beside them over the first column."""
    band = around([word.box for words in found for word in words])
    left, right = columns[0]
    place = left - 6, band[1] - 2, right, band[3] + 2
    upright = [word for word in free if word.angle == 0 and holds(place, word.centre) and word.box[2] < right]
    return [found[0] or upright, *found[1:]]


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
    rows = rows_of(above, settings)
    blank = blank_em(rows)
    for count, whole in enumerate(reversed(rows)):
        row = parted(whole, columns, blank)
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

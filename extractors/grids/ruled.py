"""Grids drawn with rules or with fills that touch: edges -> lattices -> cells, whatever is no table left out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import Box
from extractors.grids.columns import columns_of
from extractors.grids.edges import edges_of, is_thin
from extractors.grids.grid import Grid
from extractors.grids.keys import is_key
from extractors.grids.lattice import Area, Lattice, lattices_of
from extractors.grids.marks import Fill, Marks, Word, holds
from extractors.grids.opened import opened
from extractors.grids.parted import parted
from extractors.grids.placing import placed
from extractors.grids.segments import rows_of
from extractors.grids.settings import USUAL, GridSettings
from extractors.grids.striped import unstriped
from extractors.grids.unwalled import with_unwalled

_WRITTEN_SHARE = 0.55
_SHADED_SHARE = 0.8
_TALLEST_LINE = 22.0
_HUG = 1.5


def ruled_grids(marks: Marks, settings: GridSettings = USUAL) -> list[Grid]:
    """The ruled tables of a page. Frames, boxes around paragraphs and single rows of boxes are none, keys are."""
    grids: list[Grid] = []
    edges = edges_of(_without_line_shading(marks, settings), settings, ground=marks.fills)
    lattices = [part for whole in lattices_of(edges, settings) for part in parted(whole)]
    for lattice in unstriped(lattices, marks.words, edges.level, settings):
        inside = [word for word in marks.words if holds(lattice.box, word.centre, 1.0)]
        grid = _grid(with_unwalled(lattice, inside), inside)
        grid = opened(grid, settings)
        if _is_table(grid, settings) or _is_fragment(grid, marks, settings) or is_key(grid, marks.fills):
            grids.append(grid)
    return grids


def _without_line_shading(marks: Marks, settings: GridSettings) -> Marks:
    """The marks less the fills that shade a ruled cell, whole or line by line, and nearly as wide as it is."""
    cells: list[Box] = []
    for lattice in lattices_of(edges_of(marks, settings, sides_of_fills=False), settings):
        if len(lattice.xs) > settings.ruled_columns and len(lattice.ys) > settings.ruled_rows:
            cells += [lattice.box_of(area) for area in lattice.areas]
    by_side: dict[int, list[Box]] = {}
    for cell in cells:
        by_side.setdefault(int(cell[0] // 20), []).append(cell)

    def shades(fill: Fill) -> bool:
        column = int(fill.box[0] // 20)
        return any(
            cell[0] - settings.reach <= fill.box[0]
            and fill.box[2] <= cell[2] + settings.reach
            and fill.box[2] - fill.box[0] >= _SHADED_SHARE * (cell[2] - cell[0])
            and cell[1] - settings.reach <= fill.box[1]
            and fill.box[3] <= cell[3] + settings.reach
            for near in (column - 1, column, column + 1)
            for cell in by_side.get(near, ())
        )

    kept = (fill for fill in marks.fills if is_thin(fill, settings) or not (shades(fill) or _hugs(fill, marks.words)))
    return replace(marks, fills=tuple(kept))


def _hugs(fill: Fill, words: Sequence[Word]) -> bool:
    """Whether the fill is drawn tightly round one line of text: a highlight, no cell."""
    if fill.box[3] - fill.box[1] > _TALLEST_LINE:
        return False
    inside = [word.box for word in words if holds(fill.box, word.centre)]
    return bool(inside) and (
        abs(min(box[0] for box in inside) - fill.box[0]) < _HUG
        and abs(max(box[2] for box in inside) - fill.box[2]) < _HUG
    )


def _grid(lattice: Lattice, words: Sequence[Word]) -> Grid:
    grid = Grid(lattice, placed(words, lattice), "ruled")
    slim = _without_slivers(grid)
    return Grid(slim, placed(words, slim), "ruled") if slim is not lattice else grid


def _without_slivers(grid: Grid) -> Lattice:
    """The lattice less its narrow columns and rows in which no text stands: gaps between double rules."""
    lattice = grid.lattice
    wordy_columns = {
        c for area, words in grid.cells if words for c in ([area.left] if area.right - area.left == 1 else [])
    }
    wordy_rows = {r for area, words in grid.cells if words for r in ([area.top] if area.bottom - area.top == 1 else [])}
    columns = [c for c in range(grid.columns) if c in wordy_columns or lattice.xs[c + 1] - lattice.xs[c] > 7]
    rows = [r for r in range(grid.rows) if r in wordy_rows or lattice.ys[r + 1] - lattice.ys[r] > 5]
    if len(columns) == grid.columns and len(rows) == grid.rows:
        return lattice
    if not columns or not rows:
        return lattice
    areas = []
    for area in lattice.areas:
        left, right = _kept(area.left, area.right, columns)
        top, bottom = _kept(area.top, area.bottom, rows)
        if left < right and top < bottom:
            areas.append(Area(top, left, bottom, right))
    xs = _lines_left(lattice.xs, columns)
    ys = _lines_left(lattice.ys, rows)
    return Lattice(xs, ys, tuple(areas))


def _kept(start: int, end: int, kept: Sequence[int]) -> tuple[int, int]:
    numbers = [number for number, old in enumerate(kept) if start <= old < end]
    return (numbers[0], numbers[-1] + 1) if numbers else (0, 0)


def _lines_left(lines: Sequence[float], kept: Sequence[int]) -> tuple[float, ...]:
    """The lines between what is kept; a sliver's two lines become the one in its middle."""
    between = [(lines[before + 1] + lines[after]) / 2 for before, after in pairwise(kept)]
    return (lines[kept[0]], *between, lines[kept[-1] + 1])


def _is_table(grid: Grid, settings: GridSettings) -> bool:
    lattice = grid.lattice
    if grid.rows < settings.ruled_rows or grid.columns < settings.ruled_columns:
        return False
    filled = [area for area, words in grid.cells if words]
    in_row = [sum(area.top <= row < area.bottom for area in lattice.areas) for row in range(grid.rows)]
    if len({area.left for area in filled}) < 2 or len({area.top for area in filled}) < 2:
        return False
    if sum(count >= 2 for count in in_row) < settings.ruled_rows or _is_mostly_blank(grid, filled):
        return False
    if grid.columns <= settings.ruled_columns and _hides_columns(grid, settings):
        return False
    x0, top, x1, bottom = lattice.box
    covered = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (lattice.box_of(area) for area in lattice.areas))
    return covered >= settings.covered_share * (x1 - x0) * (bottom - top)


def _hides_columns(grid: Grid, settings: GridSettings) -> bool:
    """Whether the text of one ruled column stands in several: then the rules are only part of the evidence."""
    for column in range(grid.columns):
        words = [
            word for area, found in grid.cells if area.left == column and area.right == column + 1 for word in found
        ]
        rows = rows_of(words, settings)
        cut = [row for row in rows if row.is_cut]
        if len(cut) >= 3 and len(cut) >= 0.5 * len(rows) and len(columns_of(rows)) >= 2:
            return True
    return False


def _is_mostly_blank(grid: Grid, filled: Sequence[Area]) -> bool:
    """Whether many rows or columns hold no word at all: a plot area, a form, a plan."""
    rows = {row for area in filled for row in range(area.top, area.bottom)}
    columns = {column for area in filled for column in range(area.left, area.right)}
    return len(rows) < _WRITTEN_SHARE * grid.rows or len(columns) < _WRITTEN_SHARE * grid.columns


def _is_fragment(grid: Grid, marks: Marks, settings: GridSettings) -> bool:
    """Whether it is one row of cells at the head or foot of the page's text: the rest of a table or its start."""
    if grid.rows != 1 or grid.columns < settings.ruled_columns or sum(map(bool, grid.words)) < settings.ruled_columns:
        return False
    own = grid.all_words
    others = [word for word in marks.words if word not in own]
    above = any(word.centre[1] < grid.lattice.ys[0] for word in others)
    below = any(word.centre[1] > grid.lattice.ys[-1] for word in others)
    return not above or not below

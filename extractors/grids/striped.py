"""Rows of one table of which only some are painted: their lattices joined, the unpainted rows between put in."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.edges import Edge
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word
from extractors.grids.settings import USUAL, GridSettings

_WIDEST_GAP = 2.2


def unstriped(
    lattices: Sequence[Lattice], words: Sequence[Word], level: Sequence[Edge] = (), settings: GridSettings = USUAL
) -> list[Lattice]:
    """Lattices with the same upright lines, one above the other with a row's height of text between, made one.

    Where painted and unpainted rows take turns, an unpainted row below the last painted one belongs to them too, and
    so does what a level rule as wide as they are closes in above or below.
    """
    whole: list[Lattice] = []
    for lattice in lattices:
        upper = next((n for n, other in enumerate(whole) if _continue(other, lattice, words, settings)), None)
        if upper is None:
            whole.append(lattice)
        else:
            whole[upper] = _stacked(whole[upper], lattice)
    known = {id(lattice) for lattice in lattices}
    return [
        lattice if id(lattice) in known else _with_last_row(_up_to_rules(lattice, words, level, settings), words)
        for lattice in whole
    ]


def _up_to_rules(lattice: Lattice, words: Sequence[Word], level: Sequence[Edge], settings: GridSettings) -> Lattice:
    """The lattice with a row more above and below where a rule of its width stands off and words lie between."""
    x0, top, x1, foot = lattice.box
    wide = [
        edge.place for edge in level if abs(edge.start - x0) <= settings.reach and abs(edge.end - x1) <= settings.reach
    ]
    above = max((place for place in wide if place < top - settings.snap), default=None)
    below = min((place for place in wide if place > foot + settings.snap), default=None)
    if above is not None and _is_row(lattice.xs, above, top, words):
        areas = [Area(area.top + 1, area.left, area.bottom + 1, area.right) for area in lattice.areas]
        lattice = Lattice(lattice.xs, (above, *lattice.ys), (*_cells(0, lattice), *areas))
    if below is not None and _is_row(lattice.xs, foot, below, words):
        row = len(lattice.ys) - 1
        lattice = Lattice(lattice.xs, (*lattice.ys, below), (*lattice.areas, *_cells(row, lattice)))
    return lattice


def _cells(row: int, lattice: Lattice) -> list[Area]:
    return [Area(row, column, row + 1, column + 1) for column in range(len(lattice.xs) - 1)]


def _continue(upper: Lattice, lower: Lattice, words: Sequence[Word], settings: GridSettings) -> bool:
    if len(upper.xs) != len(lower.xs) or len(upper.xs) < 3:
        return False
    if any(abs(a - b) > settings.snap for a, b in zip(upper.xs, lower.xs, strict=True)):
        return False
    gap = lower.ys[0] - upper.ys[-1]
    tallest = max(bottom - top for ys in (upper.ys, lower.ys) for top, bottom in pairwise(ys))
    return 3 < gap <= _WIDEST_GAP * tallest and _is_row(upper.xs, upper.ys[-1], lower.ys[0], words)


def _is_row(xs: Sequence[float], top: float, bottom: float, words: Sequence[Word]) -> bool:
    """Whether the words between two heights stand in at least two columns and cross no column's side."""
    inside = [word for word in words if top < word.centre[1] < bottom and xs[0] - 2 < word.centre[0] < xs[-1] + 2]
    crossing = any(word.box[0] < x - 2 and word.box[2] > x + 2 for word in inside for x in xs)
    columns = {sum(word.centre[0] > x for x in xs) for word in inside}
    return len(columns) >= 2 and not crossing


def _stacked(upper: Lattice, lower: Lattice) -> Lattice:
    ys = (*upper.ys, *lower.ys)
    between = len(upper.ys) - 1
    shift = len(upper.ys)
    areas = [
        *upper.areas,
        *(Area(between, column, between + 1, column + 1) for column in range(len(upper.xs) - 1)),
        *(Area(area.top + shift, area.left, area.bottom + shift, area.right) for area in lower.areas),
    ]
    return Lattice(upper.xs, ys, tuple(areas))


def _with_last_row(lattice: Lattice, words: Sequence[Word]) -> Lattice:
    height = lattice.ys[-1] - lattice.ys[-2]
    foot = lattice.ys[-1] + height
    if not _is_row(lattice.xs, lattice.ys[-1], foot, words):
        return lattice
    row = len(lattice.ys) - 1
    last = [Area(row, column, row + 1, column + 1) for column in range(len(lattice.xs) - 1)]
    return Lattice(lattice.xs, (*lattice.ys, foot), (*lattice.areas, *last))

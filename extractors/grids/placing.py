"""Words -> the areas of a lattice; text that runs over its cell's side stays one text in one cell."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word, along

_STRADDLE = 1.5
_BLANK_EM = 0.36


def placed(words: Iterable[Word], lattice: Lattice) -> tuple[tuple[Word, ...], ...]:
    """For each area of the lattice the words that belong in it."""
    grid = _places(lattice)
    found: list[list[Word]] = [[] for _ in lattice.areas]
    for stretch in stretches_of(words):
        for word, number in zip(stretch, _areas_of(stretch, lattice, grid), strict=True):
            if number is not None:
                found[number].append(word)
    return tuple(map(tuple, found))


def _places(lattice: Lattice) -> dict[tuple[int, int], int]:
    return {
        (row, column): number
        for number, area in enumerate(lattice.areas)
        for row in range(area.top, area.bottom)
        for column in range(area.left, area.right)
    }


def stretches_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words that were typed in one go on one line."""
    stretches: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in words:
        stretches[word.run, word.angle].append(word)
    cut: list[list[Word]] = []
    for stretch in stretches.values():
        stretch.sort(key=lambda word: along(word.box, word.angle)[0])
        current = [stretch[0]]
        # where blanks are typed, a gap without one parts two texts
        typed = any(word.spaced for word in stretch)
        for before, word in pairwise(stretch):
            gap = along(word.box, word.angle)[0] - along(before.box, before.angle)[2]
            apart = typed and not before.spaced and gap > _BLANK_EM * word.size
            if gap < 0.6 * word.size and not apart:
                current.append(word)
            else:
                cut.append(current)
                current = [word]
        cut.append(current)
    return cut


def _areas_of(stretch: Sequence[Word], lattice: Lattice, grid: dict[tuple[int, int], int]) -> list[int | None]:
    each = [_area_at(word.centre, lattice, grid) for word in stretch]
    if len(stretch) > 1 and len(set(each)) > 1 and stretch[0].angle == 0:
        home = _home(stretch, each, lattice)
        if home is not None:
            return [home] * len(stretch)
    return each


def _area_at(point: tuple[float, float], lattice: Lattice, grid: dict[tuple[int, int], int]) -> int | None:
    x, y = point
    if not (lattice.xs[0] <= x <= lattice.xs[-1] and lattice.ys[0] <= y <= lattice.ys[-1]):
        return None
    row = min(bisect_right(lattice.ys, y), len(lattice.ys) - 1) - 1
    column = min(bisect_right(lattice.xs, x), len(lattice.xs) - 1) - 1
    return grid.get((row, column))


def _home(stretch: Sequence[Word], each: Sequence[int | None], lattice: Lattice) -> int | None:
    """The one area of a text that runs over: where it starts if it starts at a wall, else where its middle lies.

    A text runs over where a word crosses a wall, or where two words that stand in different areas have no more
    than a typed blank between them: texts of two cells keep both their paddings between them.
    """
    if each[0] is None:
        return None
    crosses = any(_straddles(word, number, lattice) for word, number in zip(stretch, each, strict=True))
    close = any(
        each[n] != each[n + 1] and _is_blank_between(before, after)
        for n, (before, after) in enumerate(pairwise(stretch))
    )
    if not (crosses or close):
        return None
    first = lattice.areas[each[0]]
    x0, _, x1, _ = lattice.box_of(first)
    left = stretch[0].box[0] - x0
    if left < max(0.25 * (x1 - x0), 6.0):
        return each[0]
    middle = (stretch[0].box[0] + stretch[-1].box[2]) / 2
    for number in each:
        if number is not None and _spans(lattice.areas[number], middle, lattice):
            return number
    return each[0]


def _is_blank_between(before: Word, after: Word) -> bool:
    letters = any(map(str.isalpha, before.text)) and any(map(str.isalpha, after.text))
    return letters and before.spaced and after.box[0] - before.box[2] < _BLANK_EM * before.size


def _straddles(word: Word, number: int | None, lattice: Lattice) -> bool:
    if number is None:
        return False
    x0, _, x1, _ = lattice.box_of(lattice.areas[number])
    return word.box[0] < x0 - _STRADDLE or word.box[2] > x1 + _STRADDLE


def _spans(area: Area, x: float, lattice: Lattice) -> bool:
    x0, _, x1, _ = lattice.box_of(area)
    return x0 <= x <= x1

"""Row labels that stand once for several rows and no rule tells so: the second column, which repeats, shows it."""

from collections.abc import Sequence

from extractors.grids.grid import Grid
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word

_MOST_HEADING_ROWS = 3
_LEAST_COLUMNS = 3

Places = dict[tuple[int, int], tuple[Area, tuple[Word, ...]]]


def with_merged_headings(grid: Grid) -> Grid:
    """The same for headings that stand once over several columns whose own headings repeat."""
    return _turned(with_merged_labels(_turned(grid)))


def with_merged_labels(grid: Grid) -> Grid:
    """The grid with one cell for each label over the rows that it stands for; the same grid where nothing shows them.

    Areas and years, the area printed in the first or the middle one of its rows: wherever the years begin anew, so
    does an area.
    """
    if grid.columns < _LEAST_COLUMNS:
        return grid
    places: Places = {(area.top, area.left): (area, words) for area, words in grid.cells if area.bottom - area.top == 1}
    for first in range(1, min(_MOST_HEADING_ROWS, grid.rows - 2) + 1):
        groups = _groups([_text(places, row, 1) for row in range(first, grid.rows)], first)
        if groups and _are_labelled_once(groups, grid):
            return _merged(grid, groups)
    return grid


def _turned(grid: Grid) -> Grid:
    """The grid with rows for columns."""
    lattice = grid.lattice
    areas = tuple(Area(area.left, area.top, area.right, area.bottom) for area in lattice.areas)
    return Grid(Lattice(lattice.ys, lattice.xs, areas), grid.words, grid.evidence, grid.caption)


def _text(places: Places, row: int, column: int) -> str:
    area, words = places.get((row, column), (None, ()))
    return " ".join(word.text for word in words) if area and area.right - area.left == 1 else ""


def _groups(keys: Sequence[str], first: int) -> list[range]:
    """The rows from each return of a text to the next; none where the rows do not repeat one another."""
    if not all(keys):
        return []
    groups: list[range] = []
    start = 0
    for number in range(1, len(keys) + 1):
        if number == len(keys) or keys[number] in keys[start:number]:
            groups.append(range(first + start, first + number))
            start = number
    told = [list(keys[group.start - first : group.stop - first]) for group in groups]
    longest = max(told, key=len, default=[])
    if len(groups) < 2 or len(longest) < 2 or not all(_is_part(one, longest) for one in told):
        return []
    return groups


def _is_part(keys: Sequence[str], longest: Sequence[str]) -> bool:
    rest = iter(longest)
    return all(key in rest for key in keys)


def _are_labelled_once(groups: Sequence[range], grid: Grid) -> bool:
    """Whether each group has one label, all in the first, the middle or the last of its rows, and some are blank."""
    labels = [
        area
        for area, words in grid.cells
        if words and area.left == 0 and area.right == 1 and area.bottom > groups[0].start
    ]
    if len(labels) != len(groups) or all(len(group) == 1 for group in groups):
        return False
    pairs = list(zip(labels, groups, strict=True))
    if not all(group.start <= label.top and label.bottom <= group.stop for label, group in pairs):
        return False
    at_head = all(label.top == group.start for label, group in pairs)
    in_middle = all(abs(label.top + label.bottom - group.start - group.stop) < 2 for label, group in pairs)
    at_foot = all(label.bottom == group.stop for label, group in pairs)
    return at_head or in_middle or at_foot


def _merged(grid: Grid, groups: Sequence[range]) -> Grid:
    home = {row: group for group in groups for row in group}
    areas: list[Area] = []
    words: list[tuple[Word, ...]] = []
    tall: dict[int, list[Word]] = {group.start: [] for group in groups}
    for area, held in grid.cells:
        if area.left == 0 and area.right == 1 and area.top in home:
            tall[home[area.top].start] += held
        else:
            areas.append(area)
            words.append(held)
    for group in groups:
        areas.append(Area(group.start, 0, group.stop, 1))
        words.append(tuple(tall[group.start]))
    order = sorted(range(len(areas)), key=lambda n: (areas[n].top, areas[n].left))
    lattice = Lattice(grid.lattice.xs, grid.lattice.ys, tuple(areas[n] for n in order))
    return Grid(lattice, tuple(words[n] for n in order), grid.evidence, grid.caption)

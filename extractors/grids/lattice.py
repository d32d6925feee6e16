"""Edges that meet -> lattices: the places between them, and which neighbours have no wall between them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.edges import Edge, Edges
from extractors.grids.settings import USUAL, GridSettings

_OPEN_SHARE = 0.3
_BAND = 40.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of grid places without walls inside; ends are exclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """Upright and level lines of one grid with the areas that its walls leave."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]

    @property
    def box(self) -> Box:
        """The outline of the grid."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, area: Area) -> Box:
        """Where an area lies on the page."""
        return self.xs[area.left], self.ys[area.top], self.xs[area.right], self.ys[area.bottom]


def lattices_of(edges: Edges, settings: GridSettings = USUAL) -> list[Lattice]:
    """One lattice for each set of edges that meet, from the head of the page to its foot."""
    lattices = [_lattice(part, settings) for part in _components(edges, settings)]
    return sorted((lattice for lattice in lattices if lattice), key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _components(edges: Edges, settings: GridSettings) -> list[Edges]:
    """Edges grouped by whether they meet, directly or through others."""
    upright = sorted(edges.upright, key=lambda edge: edge.place)
    bands = _in_bands(upright, settings.reach)
    parent = list(range(len(edges.level) + len(upright)))
    shift, reach = len(edges.level), settings.reach
    for number, level in enumerate(edges.level):
        places, others = bands.get(int(level.place // _BAND), ((), ()))
        for nth in range(bisect_left(places, level.start - reach), bisect_right(places, level.end + reach)):
            other = others[nth]
            if upright[other].start - reach <= level.place <= upright[other].end + reach:
                parent[_root(parent, shift + other)] = _root(parent, number)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for number, edge in enumerate([*edges.level, *upright]):
        groups[_root(parent, number)][0 if number < shift else 1].append(edge)
    return [Edges(tuple(level), tuple(up)) for level, up in groups.values() if len(level) > 1 and up]


def _in_bands(upright: Sequence[Edge], reach: float) -> dict[int, tuple[list[float], list[int]]]:
    """For each band of the page the places and the numbers of the upright edges that come near it, in their order.

    A map may be drawn of ten thousand small boxes: an edge is compared with what lies on its height alone.
    """
    bands: dict[int, tuple[list[float], list[int]]] = defaultdict(lambda: ([], []))
    for number, edge in enumerate(upright):
        for band in range(int((edge.start - reach) // _BAND), int((edge.end + reach) // _BAND) + 1):
            bands[band][0].append(edge.place)
            bands[band][1].append(number)
    return bands


def _root(parent: list[int], node: int) -> int:
    """The one node that stands for all that were joined with this one; the way there is made shorter for the next."""
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


def _lattice(edges: Edges, settings: GridSettings) -> Lattice | None:
    xs = _positions(edges.upright, edges.level, settings)
    ys = _positions(edges.level, edges.upright, settings)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > 40_000:
        return None
    upright = _walls(edges.upright, xs, ys, settings, ends=_open_ends(edges.level, xs, ys, settings))
    level = _walls(edges.level, ys, xs, settings, ends=_open_ends(edges.upright, ys, xs, settings))
    return Lattice(tuple(xs), tuple(ys), tuple(_areas(len(ys) - 1, len(xs) - 1, upright, level)))


def _positions(edges: tuple[Edge, ...], crossing: tuple[Edge, ...], settings: GridSettings) -> list[float]:
    """Places of the lines, near ones taken as one; where most crossing rules run on past the last line, their end."""
    places: list[float] = []
    group: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: edge.place):
        if group and edge.place - group[0].place > settings.snap:
            places.append(_weighed(group))
            group = []
        group.append(edge)
    if group:
        places.append(_weighed(group))
    if not places:
        return places
    for end in (min(edge.start for edge in crossing), max(edge.end for edge in crossing)):
        alike = sum(min(abs(edge.start - end), abs(edge.end - end)) <= settings.reach for edge in crossing)
        outside = end < places[0] - 4 * settings.snap or end > places[-1] + 4 * settings.snap
        if outside and (alike >= max(2, len(crossing) / 2) or alike >= max(3, len(crossing) * _OPEN_SHARE)):
            places = sorted([*places, end])
    return places


def _weighed(group: list[Edge]) -> float:
    """The place of the rule that edges stand for, long ones with more weight."""
    return sum(edge.place * edge.length for edge in group) / sum(edge.length for edge in group)


def _open_ends(crossing: tuple[Edge, ...], lines: list[float], across: list[float], settings: GridSettings) -> set[int]:
    """The outer lines at which crossing rules end although no wall is drawn there: the grid is open-sided."""
    ends: set[int] = set()
    for number, side in ((0, "start"), (len(lines) - 1, "end")):
        touching = {
            _nearest(across, edge.place)
            for edge in crossing
            if abs(getattr(edge, side) - lines[number]) <= settings.reach
        }
        if len(touching) >= max(2, len(across) * 0.6) or len(touching) >= max(3, len(across) * _OPEN_SHARE):
            ends.add(number)
    return ends


def _walls(
    edges: tuple[Edge, ...], lines: list[float], across: list[float], settings: GridSettings, ends: set[int]
) -> set[tuple[int, int]]:
    """The pairs (line, gap) at which a wall stands: line counts along `lines`, gap the space along `across`."""
    drawn: dict[tuple[int, int], float] = defaultdict(float)
    for edge in edges:
        line = _nearest(lines, edge.place)
        first = max(bisect_right(across, edge.start) - 1, 0)
        for gap in range(first, len(across) - 1):
            if across[gap] >= edge.end:
                break
            drawn[line, gap] += min(edge.end, across[gap + 1]) - max(edge.start, across[gap])
    walls = {
        (line, gap)
        for (line, gap), length in drawn.items()
        if length >= settings.wall_share * (across[gap + 1] - across[gap])
    }
    return walls | {(line, gap) for line in ends for gap in range(len(across) - 1)}


def _nearest(lines: Sequence[float], place: float) -> int:
    """The number of the line that is nearest to the place; of two as near, the first."""
    after = bisect_left(lines, place)
    if after == len(lines) or (after and place - lines[after - 1] <= lines[after] - place):
        return after - 1
    return after


def _areas(rows: int, columns: int, upright: set[tuple[int, int]], level: set[tuple[int, int]]) -> list[Area]:
    """Places joined where no wall parts them; what has no wall against the outside is no cell."""
    parent = list(range(rows * columns + 1))
    outside = rows * columns
    for row in range(rows):
        for line in range(columns + 1):
            if (line, row) not in upright:
                before = row * columns + line - 1 if line else outside
                after = row * columns + line if line < columns else outside
                parent[_root(parent, before)] = _root(parent, after)
    for column in range(columns):
        for line in range(rows + 1):
            if (line, column) not in level:
                before = (line - 1) * columns + column if line else outside
                after = line * columns + column if line < rows else outside
                parent[_root(parent, before)] = _root(parent, after)
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in range(rows):
        for column in range(columns):
            places[_root(parent, row * columns + column)].append((row, column))
    places.pop(_root(parent, outside), None)
    return sorted(
        (area for group in places.values() for area in _rectangles(group)), key=lambda area: (area.top, area.left)
    )


def _rectangles(places: list[tuple[int, int]]) -> list[Area]:
    """The group itself where it is a rectangle, else its rows cut into stretches."""
    rows = [row for row, _ in places]
    columns = [column for _, column in places]
    whole = Area(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
    if (whole.bottom - whole.top) * (whole.right - whole.left) == len(places):
        return [whole]
    areas: list[Area] = []
    for row, column in sorted(places):
        last = areas[-1] if areas else None
        if last and last.top == row and last.right == column:
            areas[-1] = Area(row, last.left, row + 1, column + 1)
        else:
            areas.append(Area(row, column, row + 1, column + 1))
    return areas

"""Two tables drawn with a common edge, one under the other: a lattice cut where its columns change for good."""

from collections.abc import Sequence

from extractors.grids.lattice import Area, Lattice


def parted(lattice: Lattice) -> list[Lattice]:
    """The lattice in one piece, or in two and more where the columns above and below a level line contradict.

    They contradict where each side has, in at least two rows, an upright line that the other side has nowhere. A
    heading over several columns only leaves lines out, and parts nothing.
    """
    rows = len(lattice.ys) - 1
    inner = [frozenset(_starts(lattice.areas, row)) - {0} for row in range(rows)]
    for line in range(2, rows - 1):
        if _contradict(inner[:line], inner[line:]) and not _crossed(lattice.areas, line):
            return [_part(lattice, 0, line), *parted(_part(lattice, line, rows))]
    return [lattice]


def _starts(areas: Sequence[Area], row: int) -> set[int]:
    return {area.left for area in areas if area.top <= row < area.bottom}


def _contradict(above: Sequence[frozenset[int]], below: Sequence[frozenset[int]]) -> bool:
    upper, lower = frozenset[int]().union(*above), frozenset[int]().union(*below)
    only_above, only_below = upper - lower, lower - upper
    return (
        sum(bool(row & only_above) for row in above) >= 2
        and sum(bool(row & only_below) for row in below) >= 2
        and bool(above[-1] & only_above)
        and bool(below[0] & only_below or not below[0])
    )


def _crossed(areas: Sequence[Area], line: int) -> bool:
    return any(area.top < line < area.bottom for area in areas)


def _part(lattice: Lattice, top: int, bottom: int) -> Lattice:
    """The rows from top to bottom with only those upright lines that they use."""
    areas = [area for area in lattice.areas if top <= area.top and area.bottom <= bottom]
    lines = sorted({area.left for area in areas} | {area.right for area in areas})
    place = {line: number for number, line in enumerate(lines)}
    return Lattice(
        tuple(lattice.xs[line] for line in lines),
        lattice.ys[top : bottom + 1],
        tuple(Area(a.top - top, place[a.left], a.bottom - top, place[a.right]) for a in areas),
    )

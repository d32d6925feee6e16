"""A sheet's used cells -> the rectangles that stand apart on it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

Place = tuple[int, int]
"""Row and column of a sheet."""


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A rectangle of a sheet, all limits inside it."""

    top: int
    left: int
    bottom: int
    right: int

    def joined(self, other: "Region") -> "Region":
        """The rectangle around both."""
        return Region(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )


def regions_of(used: Collection[Place], goes_on: Callable[[Region, Region], bool]) -> list[Region]:
    """The rectangles of used cells that empty rows and columns part, from top to bottom and left to right.

    An empty column parts only what is two columns wide on both sides: a label and its figures stay together.
    `goes_on(upper, lower)` tells of two rectangles with one empty row between whether the lower one is a
    continuation without a header of its own.
    """
    return list(_joined(sorted(_split(sorted(used))), goes_on)) if used else []


def _around(used: Collection[Place]) -> Region:
    rows, columns = [row for row, _ in used], [column for _, column in used]
    return Region(min(rows), min(columns), max(rows), max(columns))


def _split(inside: list[Place]) -> Iterator[Region]:
    for axis in (0, 1):
        bands = _bands({place[axis] for place in inside})
        if axis == 1:
            bands = _wide_enough(bands)
        if len(bands) > 1:
            starts = [start for start, _ in bands]
            members: list[list[Place]] = [[] for _ in bands]
            for place in inside:
                members[bisect_right(starts, place[axis]) - 1].append(place)
            for band in members:
                yield from _split(band)
            return
    yield _around(inside)


def _bands(numbers: set[int]) -> list[tuple[int, int]]:
    """Runs of consecutive numbers: {1, 2, 5} -> [(1, 2), (5, 5)]."""
    bands: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if bands and number == bands[-1][1] + 1:
            bands[-1] = (bands[-1][0], number)
        else:
            bands.append((number, number))
    return bands


def _wide_enough(bands: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Single columns are joined to what stands at their right, the last one to what stands at its left."""
    joined: list[tuple[int, int]] = []
    for start, end in bands:
        if joined and (joined[-1][0] == joined[-1][1] or (start == end and (start, end) == bands[-1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _joined(regions: list[Region], goes_on: Callable[[Region, Region], bool]) -> Iterator[Region]:
    done: list[Region] = []
    ending_in: dict[int, list[int]] = defaultdict(list)
    for region in regions:
        above = [place for place in ending_in[region.top - 2] if _is_under(region, done[place])]
        upper = next((place for place in above if goes_on(done[place], region)), None)
        if upper is None:
            done.append(region)
            ending_in[region.bottom].append(len(done) - 1)
        else:
            done[upper] = done[upper].joined(region)
            ending_in[done[upper].bottom].append(upper)
    yield from done


def _is_under(lower: Region, upper: Region) -> bool:
    return upper.bottom == lower.top - 2 and upper.left <= lower.left and lower.right <= upper.right

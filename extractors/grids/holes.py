"""Places of a grid that no cell covers although text stands in them: labels left white beside coloured cells."""

from bisect import bisect_right
from collections.abc import Sequence

from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word


def with_holes(lattice: Lattice, words: Sequence[Word]) -> Lattice:
    """The lattice with an area for each place that has none and holds the middle of a word."""
    covered = {
        (row, column)
        for area in lattice.areas
        for row in range(area.top, area.bottom)
        for column in range(area.left, area.right)
    }
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    found: dict[tuple[int, int], Area] = {}
    for word in words:
        row, column = bisect_right(lattice.ys, word.centre[1]) - 1, bisect_right(lattice.xs, word.centre[0]) - 1
        if 0 <= row < rows and 0 <= column < columns and (row, column) not in covered:
            found[row, column] = Area(row, column, row + 1, column + 1)
    return Lattice(lattice.xs, lattice.ys, (*lattice.areas, *found.values())) if found else lattice

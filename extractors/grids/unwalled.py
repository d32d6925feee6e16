"""Places of a lattice that no walls enclose but that hold a text of their own: labels beside fills, an open corner."""

from collections.abc import Sequence

from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word, holds
from extractors.grids.placing import stretches_of

_OVERHANG = 2.0


def with_unwalled(lattice: Lattice, words: Sequence[Word]) -> Lattice:
    """The lattice with an area more for each open place that holds text; as given where a text there runs across."""
    covered = {
        (row, column)
        for area in lattice.areas
        for row in range(area.top, area.bottom)
        for column in range(area.left, area.right)
    }
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    if len(covered) == rows * columns:
        return lattice
    open_places = [Area(r, c, r + 1, c + 1) for r in range(rows) for c in range(columns) if (r, c) not in covered]
    written: list[Area] = []
    for stretch in stretches_of(words):
        home = next((one for one in open_places if any(holds(lattice.box_of(one), w.centre) for w in stretch)), None)
        if home is None:
            continue
        x0, _, x1, _ = lattice.box_of(home)
        if any(word.box[0] < x0 - _OVERHANG or word.box[2] > x1 + _OVERHANG for word in stretch):
            return lattice
        written.append(home)
    areas = sorted({*lattice.areas, *written}, key=lambda area: (area.top, area.left))
    return Lattice(lattice.xs, lattice.ys, tuple(areas))

"""A grid under way: a lattice with the words that stand in its areas, and its way into a Table."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractors.document import Box, Cell, Table
from extractors.grids.edges import WHITE
from extractors.grids.lattice import Area, Lattice
from extractors.grids.lines import text_of
from extractors.grids.marks import Fill, Word, area, around, shared

_LEAST_DOT = 5.0

Evidence = Literal["ruled", "filled", "aligned"]


@dataclass(frozen=True, slots=True)
class Grid:
    """`words[n]` stand in `lattice.areas[n]`; `evidence` tells what showed the cells."""

    lattice: Lattice
    words: tuple[tuple[Word, ...], ...]
    evidence: Evidence
    caption: str | None = field(default=None)

    @property
    def box(self) -> Box:
        """The outline on the page, text that stands out over it included."""
        return around([self.lattice.box, *(word.box for words in self.words for word in words)])

    @property
    def cells(self) -> tuple[tuple[Area, tuple[Word, ...]], ...]:
        """Each area with the words that stand in it."""
        return tuple(zip(self.lattice.areas, self.words, strict=True))

    @property
    def all_words(self) -> set[Word]:
        """Every word that stands in a cell."""
        return {word for words in self.words for word in words}

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.lattice.ys) - 1

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.lattice.xs) - 1


def table_of(
    grid: Grid, fills: Sequence[Fill], *, page: int | None = None, known: Collection[str] = frozenset()
) -> Table:
    """The grid as a Table: spans kept, texts joined, the background of every cell."""
    padding = _paddings(grid)
    fills = [fill for fill in fills if shared(grid.box, fill.box) > 0]
    cells = tuple(
        _cell(grid.lattice, place, words, fills, page, padding[place.top], known) for place, words in grid.cells
    )
    return Table(cells=cells, page=page, bbox=rounded(grid.box), caption=grid.caption)


def rounded(box: Box) -> Box:
    """The box to a hundredth of a point."""
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)


def _cell(
    lattice: Lattice,
    place: Area,
    words: tuple[Word, ...],
    fills: Sequence[Fill],
    page: int | None,
    padding: float,
    known: Collection[str],
) -> Cell:
    box = lattice.box_of(place)
    kept = [word for word in words if not word.struck]
    struck = [word for word in words if word.struck]
    remark = None
    if struck:
        remark = f"struck through: {text_of(struck)}" if kept else "struck through"
    turned = bool(words) and words[0].angle % 180 != 0
    room = (box[3] - box[1] if turned else box[2] - box[0]) - 2 * padding
    return Cell(
        row=place.top,
        column=place.left,
        text=text_of(kept or struck, room=room, known=known),
        page=page,
        bbox=rounded(box),
        row_span=place.bottom - place.top,
        column_span=place.right - place.left,
        fill=_fill(box, fills),
        remark=remark,
    )


def _paddings(grid: Grid) -> dict[int, float]:
    """For each row the smallest distance that its upright text keeps from the side walls, from 0 to 8 points."""
    paddings: dict[int, float] = {}
    for place, words in grid.cells:
        x0, _, x1, _ = grid.lattice.box_of(place)
        gaps = [min(word.box[0] - x0, x1 - word.box[2]) for word in words if word.angle == 0]
        paddings[place.top] = min([paddings.get(place.top, 8.0), *(max(gap, 0.0) for gap in gaps)])
    return paddings


def _fill(box: Box, fills: Sequence[Fill]) -> str | None:
    """The colour on top of most of the cell, else of a dot in it; white counts as none."""
    for fill in reversed(fills):
        if not fill.round and shared(box, fill.box) > 0.5 * area(box):
            if fill.colour != WHITE:
                return fill.colour
            break
    dots = [fill for fill in fills if fill.round and shared(box, fill.box) > 0.9 * area(fill.box)]
    dot = max(dots, key=lambda fill: area(fill.box), default=None)
    return dot.colour if dot and dot.colour != WHITE and dot.box[3] - dot.box[1] >= _LEAST_DOT else None

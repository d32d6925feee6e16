"""A table that lies on its side on a page whose other text stands upright: read in its own direction, put back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from extractors.document import Box, Table
from extractors.grids.grid import Grid, rounded, table_of
from extractors.grids.marks import Marks, Word, around, holds
from extractors.grids.segments import rows_of
from extractors.grids.settings import USUAL, GridSettings
from extractors.grids.turned import Turn, turned

_LEAST_WORDS = 12
_LEAST_VALUES = 4
_REACH = 3.0
_ROOM_EM = 1.5
_ROUNDS = 3
_LONGEST = 2.0
_HELD_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Sideways:
    """The tables that lie on their side, and the page without them."""

    tables: tuple[Table, ...]
    rest: Marks


def sideways_tables(
    marks: Marks,
    grids_in: Callable[[Marks], Sequence[Grid]],
    *,
    page: int | None = None,
    known: Collection[str] = frozenset(),
    settings: GridSettings = USUAL,
) -> Sideways:
    """The tables typed upwards or downwards among upright text, as `grids_in` reads them once they are turned.

    Turned headings alone are no table: figures must be turned as well, and grids hold most of the turned words.
    """
    tables: list[Table] = []
    for angle in (90, 270):
        words = [word for word in marks.words if word.angle == angle]
        if len(words) < _LEAST_WORDS:
            continue
        turn = Turn(angle, marks.width, marks.height)
        aside = turned(_around(marks, words), turn)
        if sum(segment.is_value for row in rows_of(aside.words, settings) for segment in row.segments) < _LEAST_VALUES:
            continue
        grids = [grid for grid in grids_in(aside) if grid.rows > 1]
        held = {word for grid in grids for word in grid.all_words}
        if len(held) < _HELD_SHARE * len(words):
            continue
        tables += [back(table_of(grid, aside.fills, page=page, known=known), turn) for grid in grids]
        taken = {word for word, there in zip(words, aside.words, strict=True) if there in held}
        marks = _without(marks, taken, [turn.back(grid.lattice.box) for grid in grids])
    return Sideways(tuple(tables), marks)


def back(table: Table, turn: Turn) -> Table:
    """A table of the turned frame with its boxes on the page."""
    cells = tuple(replace(cell, bbox=rounded(turn.back(cell.bbox)) if cell.bbox else None) for cell in table.cells)
    return replace(table, cells=cells, bbox=rounded(turn.back(table.bbox)) if table.bbox else None)


def _around(marks: Marks, words: Sequence[Word]) -> Marks:
    """The words with what is drawn among them and what that touches, but nothing that is far longer than they reach."""
    inner = around([word.box for word in words])
    longest = max(inner[2] - inner[0], inner[3] - inner[1])
    boxes = [*(stroke.box for stroke in marks.strokes), *(fill.box for fill in marks.fills)]
    boxes = [box for box in boxes if max(box[2] - box[0], box[3] - box[1]) < _LONGEST * longest]
    room = _ROOM_EM * max(word.size for word in words)
    outer = inner[0] - room, inner[1] - room, inner[2] + room, inner[3] + room
    for _ in range(_ROUNDS):
        outer = around([outer, *(box for box in boxes if _touch(box, outer))])
    near = outer[0] - _REACH, outer[1] - _REACH, outer[2] + _REACH, outer[3] + _REACH
    return replace(
        marks,
        words=tuple(words),
        strokes=tuple(stroke for stroke in marks.strokes if _lies_in(stroke.box, near)),
        fills=tuple(fill for fill in marks.fills if _lies_in(fill.box, near)),
        pictures=(),
        drawings=tuple(drawing for drawing in marks.drawings if _lies_in(drawing, near)),
        traces=(),
        hidden_words=(),
    )


def _touch(box: Box, other: Box) -> bool:
    return (
        box[0] <= other[2] + _REACH
        and other[0] <= box[2] + _REACH
        and box[1] <= other[3] + _REACH
        and other[1] <= box[3] + _REACH
    )


def _without(marks: Marks, taken: Collection[Word], boxes: Sequence[Box]) -> Marks:
    def outside(box: Box) -> bool:
        return not any(_lies_in(box, (x0 - 3, top - 3, x1 + 3, foot + 3)) for x0, top, x1, foot in boxes)

    return replace(
        marks,
        words=tuple(word for word in marks.words if word not in taken),
        strokes=tuple(stroke for stroke in marks.strokes if outside(stroke.box)),
        fills=tuple(fill for fill in marks.fills if outside(fill.box)),
    )


def _lies_in(box: Box, outer: Box) -> bool:
    return holds(outer, (box[0], box[1])) and holds(outer, (box[2], box[3]))

"""Strokes and fills -> level and upright edges, those that stand for one rule made one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.grids.marks import Fill, Marks, Stroke, Word, shared
from extractors.grids.settings import USUAL, GridSettings

WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Edge:
    """A piece of a rule: at `place` (y of a level edge, x of an upright one), from `start` to `end` along it."""

    place: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of a page or of one grid."""

    level: tuple[Edge, ...]
    upright: tuple[Edge, ...]


def edges_of(
    marks: Marks, settings: GridSettings = USUAL, *, sides_of_fills: bool = True, ground: Sequence[Fill] = ()
) -> Edges:
    """The rules of a page: visible strokes, thin fills, and the sides of wider fills unless these are not wanted.

    A white rule counts only where it lies on colour: that of the fills, or of the `ground` where more was painted than
    the marks tell. A stroke through or right under a word belongs to the word.
    """
    level: list[Edge] = []
    upright: list[Edge] = []
    coloured = [fill for fill in marks.fills if fill.colour != WHITE and not fill.round]
    under = [fill for fill in ground if fill.colour != WHITE and not fill.round] or coloured
    strokes = [
        *marks.strokes,
        *(Stroke(fill.box, fill.colour) for fill in marks.fills if not fill.round and is_thin(fill, settings)),
    ]
    for stroke in strokes:
        if stroke.colour == WHITE and not _lies_on(stroke, under):
            continue
        x0, top, x1, bottom = stroke.box
        if stroke.is_level:
            level.append(Edge((top + bottom) / 2, x0, x1))
        else:
            upright.append(Edge((x0 + x1) / 2, top, bottom))
    for fill in coloured if sides_of_fills else ():
        if not is_thin(fill, settings) and not _is_page(fill, marks):
            x0, top, x1, bottom = fill.box
            level += [Edge(top, x0, x1), Edge(bottom, x0, x1)]
            upright += [Edge(x0, top, bottom), Edge(x1, top, bottom)]
    if len(level) + len(upright) > settings.most_edges:
        return Edges((), ())
    return Edges(_merged(level, settings), _merged(upright, settings))


def is_thin(fill: Fill, settings: GridSettings) -> bool:
    """Whether the fill is a drawn rule, no area."""
    return min(fill.box[2] - fill.box[0], fill.box[3] - fill.box[1]) <= settings.thin


def without_text_rules(strokes: Sequence[Stroke], words: Iterable[Word]) -> tuple[list[Stroke], set[Word]]:
    """Strokes less those that underline or strike words, and the words that are struck through."""
    if not strokes:
        return [], set()
    by_row: dict[int, list[Word]] = {}
    for word in words:
        if word.angle == 0:
            for row in range(int(word.box[1] // 10), int(word.box[3] // 10) + 1):
                by_row.setdefault(row, []).append(word)
    kept: list[Stroke] = []
    struck: set[Word] = set()
    for stroke in strokes:
        middle = (stroke.box[1] + stroke.box[3]) / 2
        near = by_row.get(int(middle // 10), []) if stroke.is_level else []
        crossed = [word for word in near if _strikes(stroke, middle, word)]
        if crossed:
            struck.update(crossed)
        else:
            kept.append(stroke)
    return kept, struck


def _strikes(stroke: Stroke, middle: float, word: Word) -> bool:
    height = word.box[3] - word.box[1]
    inside = word.box[1] + 0.38 * height < middle < word.box[1] + 0.72 * height
    return (
        inside
        and stroke.box[0] - 2 <= (word.box[0] + word.box[2]) / 2 <= stroke.box[2] + 2
        and stroke.box[0] < word.box[0] + 0.35 * (word.box[2] - word.box[0])
        and stroke.box[2] > word.box[2] - 0.35 * (word.box[2] - word.box[0])
        and stroke.box[2] - stroke.box[0] < 400
    )


def _is_page(fill: Fill, marks: Marks) -> bool:
    return fill.box[2] - fill.box[0] > 0.97 * marks.width and fill.box[3] - fill.box[1] > 0.9 * marks.height


def _lies_on(stroke: Stroke, fills: list[Fill]) -> bool:
    x0, top, x1, bottom = stroke.box
    wide = (x0 - 1, top - 1, x1 + 1, bottom + 1)
    length = max(x1 - x0, bottom - top) + 2
    return sum(shared(wide, fill.box) for fill in fills) > 0.3 * length


def _merged(edges: list[Edge], settings: GridSettings) -> tuple[Edge, ...]:
    """Pieces of one rule joined; pieces too short to be a cell's side fall away."""
    merged: list[Edge] = []
    by_place: dict[int, list[Edge]] = {}
    for edge in edges:
        by_place.setdefault(round(edge.place * 2), []).append(edge)
    for pieces in by_place.values():
        pieces.sort(key=lambda edge: edge.start)
        current = pieces[0]
        for piece in pieces[1:]:
            if piece.start <= current.end + settings.snap:
                current = Edge(current.place, current.start, max(current.end, piece.end))
            else:
                merged.append(current)
                current = piece
        merged.append(current)
    return tuple(edge for edge in merged if edge.length >= settings.shortest_rule)

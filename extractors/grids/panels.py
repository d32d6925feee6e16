"""Boxes that hold text of their own beside other text: cards, call-outs, title bands."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.grids.edges import edges_of
from extractors.grids.lattice import lattices_of
from extractors.grids.marks import Marks, Word, area, holds
from extractors.grids.settings import USUAL, GridSettings

_LEAST_SIDE = 14.0
# A box with so few words is a card: a figure and what it is of.
WORDS_OF_A_CARD = 12
# So many boxes alike are cards; their sides differ by less than this.
_LEAST_CARDS = 4
_LEAST_LINES = 2
_LIKE = 4.0
# An outline is a frame with round corners where so much of each side is straight.
_STRAIGHT = 0.5
_ON_SIDE = 1.0
_MOST_OF_PAGE = 0.4
_MOST_WORDS = 0.8
_LEAST_HEIGHT_EM = 1.9


def panels_of(marks: Marks, words: Sequence[Word], settings: GridSettings = USUAL) -> list[tuple[Box, list[Word]]]:
    """The boxes, filled or framed, with the words in each, row by row from left to right.

    A word belongs to the smallest box around it. Shading behind single lines and panels behind nearly all text are
    no boxes in this sense.
    """
    frames = [
        lattice.box
        for lattice in lattices_of(edges_of(marks, settings, sides_of_fills=False), settings)
        if len(lattice.areas) == 1
    ]
    frames += [frame for trace in marks.traces if (frame := _rounded_frame(trace.points)) is not None]
    boxes = [box for box in {*frames, *(fill.box for fill in marks.fills)} if _may_hold(box, marks)]
    boxes.sort(key=area)
    held: dict[Box, list[Word]] = {box: [] for box in boxes}
    for word in words:
        home = next((box for box in boxes if holds(box, word.centre)), None)
        if home is not None:
            held[home].append(word)
    panels = [(box, found) for box, found in held.items() if _is_panel(box, found, words)]
    return sorted(panels, key=lambda panel: (round(panel[0][1] / 8), panel[0][0]))


def words_of_cards(marks: Marks) -> set[Word]:
    """The words in boxes of one size, each with a few words on lines of its own: no columns run across such cards."""
    cards = [
        (box, held)
        for box, held in panels_of(marks, marks.words)
        if len(held) <= WORDS_OF_A_CARD and len({round(word.box[3]) for word in held}) >= _LEAST_LINES
    ]
    sizes = Counter((round((box[2] - box[0]) / _LIKE), round((box[3] - box[1]) / _LIKE)) for box, _ in cards)
    return {
        word
        for box, held in cards
        if sizes[round((box[2] - box[0]) / _LIKE), round((box[3] - box[1]) / _LIKE)] >= _LEAST_CARDS
        for word in held
    }


def _rounded_frame(points: Sequence[tuple[float, float]]) -> Box | None:
    """The box of an outline that runs along its four sides and only turns the corners round; a circle is none."""
    lefts, tops = zip(*points, strict=True)
    box = (min(lefts), min(tops), max(lefts), max(tops))
    along = [0.0, 0.0, 0.0, 0.0]
    for (x0, y0), (x1, y1) in pairwise(points):
        for side, place in enumerate(box):
            first, last = (x0, x1) if side % 2 == 0 else (y0, y1)
            if abs(first - place) < _ON_SIDE and abs(last - place) < _ON_SIDE:
                along[side] += abs(x1 - x0) + abs(y1 - y0)
    width, height = box[2] - box[0], box[3] - box[1]
    lengths = (height, width, height, width)
    return box if all(run >= _STRAIGHT * length > 0 for run, length in zip(along, lengths, strict=True)) else None


def _may_hold(box: Box, marks: Marks) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) >= _LEAST_SIDE and width * height < _MOST_OF_PAGE * marks.width * marks.height


def _is_panel(box: Box, found: Sequence[Word], words: Sequence[Word]) -> bool:
    if not found or len(found) > _MOST_WORDS * len(words):
        return False
    return box[3] - box[1] >= _LEAST_HEIGHT_EM * min(word.size for word in found)

"""Boxes that hold text of their own beside other text: cards, call-outs, title bands."""

from collections.abc import Sequence

from extractors.document import Box
from extractors.grids.edges import edges_of
from extractors.grids.lattice import lattices_of
from extractors.grids.marks import Marks, Word, area, holds
from extractors.grids.settings import USUAL, GridSettings

_LEAST_SIDE = 14.0
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
    boxes = [box for box in {*frames, *(fill.box for fill in marks.fills)} if _may_hold(box, marks)]
    boxes.sort(key=area)
    held: dict[Box, list[Word]] = {box: [] for box in boxes}
    for word in words:
        home = next((box for box in boxes if holds(box, word.centre)), None)
        if home is not None:
            held[home].append(word)
    panels = [(box, found) for box, found in held.items() if _is_panel(box, found, words)]
    return sorted(panels, key=lambda panel: (round(panel[0][1] / 8), panel[0][0]))


def _may_hold(box: Box, marks: Marks) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) >= _LEAST_SIDE and width * height < _MOST_OF_PAGE * marks.width * marks.height


def _is_panel(box: Box, found: Sequence[Word], words: Sequence[Word]) -> bool:
    if not found or len(found) > _MOST_WORDS * len(words):
        return False
    return box[3] - box[1] >= _LEAST_HEIGHT_EM * min(word.size for word in found)

"""The lines above tables that stand side by side: each table has its own, though they make one line of the page.

Aldermere            Brackford
Item        Score    Item        Score
Panel       4        Panel       2
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.grids.marks import Word, area, around, shared

_NEAR = 30.0
_LEVEL = 3.0
_BESIDE = 4.0
_GAP_EM = 1.5


def heads_of_neighbours(words: Sequence[Word], tables: Sequence[Box]) -> list[list[Word]]:
    """The words straight above each of several tables side by side; empty where they are not one line of several heads.

    A line that runs on between the tables is no such line.
    """
    found: list[list[Word]] = []
    for row in _rows(tables):
        heads = [_line_above(words, box) for box in row]
        if all(heads) and _are_one_line(heads, words):
            found += heads
    return found


def _rows(tables: Sequence[Box]) -> list[list[Box]]:
    """Tables that stand side by side, from left to right; tables alone in their row are left out."""
    rows: list[list[Box]] = []
    for box in sorted(tables):
        row = next((row for row in rows if all(_beside(other, box) for other in row)), None)
        if row is None:
            rows.append([box])
        else:
            row.append(box)
    return [row for row in rows if len(row) > 1]


def _beside(left: Box, right: Box) -> bool:
    overlap = min(left[3], right[3]) - max(left[1], right[1])
    return left[2] <= right[0] + _BESIDE and overlap > 0.5 * min(left[3] - left[1], right[3] - right[1])


def _line_above(words: Sequence[Word], box: Box) -> list[Word]:
    over = (box[0] - _BESIDE, box[1] - _NEAR, box[2] + _BESIDE, box[1] + _LEVEL)
    near = [word for word in words if word.box[3] <= over[3] and shared(word.box, over) > 0.5 * area(word.box)]
    foot = max((word.box[3] for word in near), default=0.0)
    return sorted((word for word in near if foot - word.box[3] < _LEVEL), key=lambda word: word.box)


def _are_one_line(heads: Sequence[Sequence[Word]], words: Sequence[Word]) -> bool:
    """Whether the heads stand level with gaps between them, and no other word in their line."""
    own = [word for head in heads for word in head]
    boxes = [around([word.box for word in head]) for head in heads]
    level = max(box[3] for box in boxes) - min(box[3] for box in boxes) < _LEVEL
    size = max(word.size for word in own)
    apart = all(right[0] - left[2] > _GAP_EM * size for left, right in pairwise(boxes))
    line = [word for word in words if abs(word.box[3] - own[0].box[3]) < _LEVEL]
    return level and apart and set(line) == set(own)

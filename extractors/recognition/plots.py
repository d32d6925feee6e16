"""Charts in pictures, told by their axis: numbers in even steps that stand alone at the side or the foot of a plot.

What stands in a plot is no table, however well its words line up.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.grids.marks import Marks, Word, around

_TICK = re.compile(r"[-–]?[£$€]?(\d+(?:[.,]\d+)?)[%kKmM]?")
_LEAST_TICKS = 4
_SAME_LINE_EM = 0.6
_UNEVEN = 0.2


def plots_of(marks: Marks) -> list[Box]:
    """The areas right of upright axes and over level ones."""
    ticks = [word for word in marks.words if _TICK.fullmatch(word.text)]
    upright = [around([word.box for word in axis]) for axis in _upright_axes(ticks, marks.words)]
    level = [around([word.box for word in axis]) for axis in _level_axes(ticks)]
    return [
        *((box[0], box[1], marks.width, box[3]) for box in upright),
        *((0.0, 0.0, box[2], box[3]) for box in level),
    ]


def _upright_axes(ticks: Sequence[Word], words: Sequence[Word]) -> list[list[Word]]:
    """Ticks below one another, flush on one side, that fall in even steps; nothing stands left of them."""
    axes = []
    for side in (2, 0):
        for column in _alike(ticks, [word.box[side] for word in ticks]):
            column.sort(key=lambda word: word.box[1])
            falling = _is_even([-_value(word) for word in column]) and _is_even([word.centre[1] for word in column])
            if falling and not any(_is_left_of(word, tick) for tick in column for word in words):
                axes.append(column)
    return axes


def _level_axes(ticks: Sequence[Word]) -> list[list[Word]]:
    """Ticks on one line that rise from nought in even steps, with no figure below any of them."""
    axes = []
    for row in _alike(ticks, [word.centre[1] for word in ticks]):
        row.sort(key=lambda word: word.box[0])
        rising = _is_even([_value(word) for word in row]) and _is_even([word.centre[0] for word in row])
        if rising and _value(row[0]) == 0 and not any(_is_below(word, tick) for tick in row for word in ticks):
            axes.append(row)
    return axes


def _alike(words: Sequence[Word], places: Sequence[float]) -> list[list[Word]]:
    """The words whose places are nearly the same, where these are enough for an axis."""
    groups: list[list[Word]] = []
    last = float("-inf")
    for place, word in sorted(zip(places, words, strict=True), key=lambda pair: pair[0]):
        if groups and place - last <= _SAME_LINE_EM * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
        last = place
    return [group for group in groups if len(group) >= _LEAST_TICKS]


def _is_even(numbers: Sequence[float]) -> bool:
    """Whether the numbers rise in nearly equal steps."""
    steps = [after - before for before, after in pairwise(numbers)]
    middle = sum(steps) / len(steps)
    return middle > 0 and all(abs(step - middle) <= _UNEVEN * middle for step in steps)


def _value(word: Word) -> float:
    found = _TICK.fullmatch(word.text)
    number = float(found[1].replace(",", ".")) if found else 0.0
    return -number if word.text[0] in "-–" else number


def _is_left_of(word: Word, tick: Word) -> bool:
    level = tick.box[1] < word.centre[1] < tick.box[3]
    return level and word.box[2] <= tick.box[0] + 1 and len(word.text) > 1


def _is_below(word: Word, tick: Word) -> bool:
    return word.box[1] >= tick.box[3] - 1 and tick.box[0] < word.centre[0] < tick.box[2]

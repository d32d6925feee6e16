"""The legend of a chart: small squares, dots or strokes of the colours that are drawn, each with a name beside it."""

from collections.abc import Collection, Sequence

from extractors.document import Box
from extractors.grids.lines import text_of
from extractors.grids.marks import Marks, Word, around, holds
from extractors.grids.segments import rows_of

_SIDE = 14.0
_SHORTEST, _LONGEST = 8.0, 45.0
_GAP_EM = 2.0


def legend_of(
    colours: Collection[str],
    marks: Marks,
    words: Sequence[Word],
    *,
    bars: Collection[Box] = (),
    points: Collection[tuple[float, float]] = (),
) -> dict[str, list[Word]]:
    """For each colour the words of its name; `bars` and `points` are what the chart itself draws in these colours."""
    drawn = set(bars)
    keys = [
        (colour, box)
        for colour, box in _keys(colours, marks)
        if box not in drawn and not any(holds(box, point, 1.0) for point in points)
    ]
    found: dict[str, list[Word]] = {}
    torn: set[str] = set()
    for colour, key in keys:
        names = _name_of(key, [box for _, box in keys], words)
        if names and colour in found and text_of(names) != text_of(found[colour]):
            # squares of one colour beside several texts: keys at the figures of the chart, no legend
            torn.add(colour)
        if names:
            found[colour] = names
    return {colour: names for colour, names in found.items() if colour not in torn}


def _keys(colours: Collection[str], marks: Marks) -> list[tuple[str, Box]]:
    keys: list[tuple[str, Box]] = [
        (fill.colour, fill.box)
        for fill in marks.fills
        if fill.colour in colours
        and 2 <= min(_sides(fill.box)) <= max(_sides(fill.box)) <= _LONGEST
        and min(_sides(fill.box)) <= _SIDE
    ]
    keys += [
        (stroke.colour, stroke.box)
        for stroke in marks.strokes
        if stroke.colour
        and stroke.colour in colours
        and stroke.is_level
        and _SHORTEST <= stroke.box[2] - stroke.box[0] <= _LONGEST
    ]
    for trace in marks.traces:
        box = around([(x, y, x, y) for x, y in trace.points])
        if trace.colour and trace.colour in colours and max(_sides(box)) <= _SIDE:
            keys.append((trace.colour, box))
    return keys


def _name_of(key: Box, others: Sequence[Box], words: Sequence[Word]) -> list[Word]:
    right, middle = key[2], (key[1] + key[3]) / 2
    beside = [
        word for word in words if word.angle == 0 and word.box[1] <= middle <= word.box[3] and word.box[0] >= right - 1
    ]
    for row in rows_of(beside):
        stop = min(
            (
                other[0]
                for other in others
                if other[0] > right + 1 and abs((other[1] + other[3]) / 2 - middle) < max(4.0, 0.4 * row.size)
            ),
            default=1e9,
        )
        names = [word for word in row.segments[0].words if word.box[2] <= stop + 1]
        if names and names[0].box[0] - right < _GAP_EM * row.size:
            return names
    return []


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]

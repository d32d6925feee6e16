"""Bar and column charts: bars on one base line, or stacked upon one another, and what proves their values.

A value is taken from the figure printed at its bar, where the lengths of all bars follow their figures, or measured
against the axis, where every bar ends on a step of it. Anything less is a figure without data.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.document import Box
from extractors.grids.chart import View, stands_in
from extractors.grids.chart_slots import Slots
from extractors.grids.marks import area, around

_LEAST_BARS = 3
_THINNEST = 3.0
_ALIKE = 0.9
_PALEST = 0xF0
_LEAST_GAP = 1.0
_MOST_OF_PAGE = 0.2
_WIDE_GAP = 4.0
_LEAST_LENGTH = 9.0
_LEAST_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, or one piece of a stacked bar: `start` to `end` across, from `foot` up to `head`."""

    start: float
    end: float
    foot: float
    head: float
    colour: str
    box: Box

    @property
    def middle(self) -> float:
        """The middle across."""
        return (self.start + self.end) / 2

    @property
    def length(self) -> float:
        """How far it reaches."""
        return self.foot - self.head


def bar_groups(view: View, taken: Sequence[Box], walls: Sequence[float]) -> list[list[Bar]]:
    """Bars of one thickness on one base line, in the order across; pieces stacked upon others are not among them.

    `walls` are the places of value axes: bars on either side of one belong to two charts.
    """
    groups: dict[tuple[int, int], list[Bar]] = {}
    for bar in _candidates(view, taken):
        near = _near(bar.foot, bar.end - bar.start)
        groups.setdefault(next((key for key in near if key in groups), near[0]), []).append(bar)
    found: list[list[Bar]] = []
    for group in groups.values():
        found += _neighbourhoods(_undoubled(group), walls)
    return [group for group in found if _are_bars(group)]


def _near(foot: float, thick: float) -> list[tuple[int, int]]:
    """The steps of half a point around a base line and a thickness, the nearest first."""
    down, across = round(2 * foot), round(2 * thick)
    return [(down + d, across + a) for d in (0, -1, 1) for a in (0, -1, 1)]


def pieces_on(group: Sequence[Bar], view: View) -> dict[Bar, list[Bar]]:
    """For each bar of the group the pieces that are stacked upon it, from the lowest up."""
    loose = [
        bar
        for bar in _candidates(view, ())
        if not any(abs(bar.foot - other.foot) < _ALIKE and abs(bar.start - other.start) < _ALIKE for other in group)
    ]
    towers: dict[Bar, list[Bar]] = {}
    for bar in group:
        above = [
            piece for piece in loose if abs(piece.start - bar.start) < _ALIKE and abs(piece.end - bar.end) < _ALIKE
        ]
        head, tower = bar.head, []
        for piece in sorted(above, key=lambda piece: -piece.foot):
            if abs(piece.foot - head) < 1.0:
                tower.append(piece)
                head = piece.head
        towers[bar] = tower
    return towers


def slots_of(bars: Sequence[Bar]) -> tuple[Slots, dict[Bar, int]]:
    """The places of the categories, and the place of each bar.

    The bars of one series are a whole number of places apart, and the widest gap between bars parts two places; bars
    that stand otherwise have a place each.
    """
    pitch = _pitch(bars)
    if pitch is None:
        ordered = sorted(bars, key=lambda bar: bar.middle)
        least = min(after.middle - before.middle for before, after in pairwise(ordered))
        return Slots(tuple(bar.middle for bar in ordered), least), {bar: n for n, bar in enumerate(ordered)}
    origin = min(bar.middle for bar in bars)
    phases = sorted((bar.middle - origin + 0.5) % pitch for bar in bars)
    gaps = [(after - before, before) for before, after in pairwise([*phases, phases[0] + pitch])]
    widest, last = max(gaps)
    cut = origin - 0.5 + last + widest / 2
    numbers = {bar: int((bar.middle - cut) // pitch) for bar in bars}
    lowest = min(numbers.values())
    offsets = [bar.middle - (cut + number * pitch) for bar, number in numbers.items()]
    first = cut + lowest * pitch + (min(offsets) + max(offsets)) / 2
    middles = tuple(first + number * pitch for number in range(max(numbers.values()) - lowest + 1))
    return Slots(middles, pitch), {bar: number - lowest for bar, number in numbers.items()}


def _pitch(bars: Sequence[Bar]) -> float | None:
    by_colour: dict[str, list[Bar]] = defaultdict(list)
    for bar in bars:
        by_colour[bar.colour].append(bar)
    series = list(by_colour.values())
    if max(map(len, series)) < 2 or _stand_alone(bars, series):
        series = [list(bars)]
    gaps = [
        after.middle - before.middle
        for one in series
        for before, after in pairwise(sorted(one, key=lambda bar: bar.middle))
    ]
    pitch = min(gaps, default=0.0)
    thick = bars[0].end - bars[0].start
    slack = max(0.6, 0.03 * pitch)
    if pitch < thick - 1 or any(abs(gap / pitch - round(gap / pitch)) * pitch > slack for gap in gaps):
        return None
    whole = sum(round(gap / pitch) for gap in gaps)
    return sum(gaps) / whole


def _stand_alone(bars: Sequence[Bar], series: Sequence[Sequence[Bar]]) -> bool:
    """Whether bars of several colours stand evenly one by one: each category has a colour, not each series."""
    if len(series) == 1:
        return False
    middles = sorted(bar.middle for bar in bars)
    gaps = [after - before for before, after in pairwise(middles)]
    thick = bars[0].end - bars[0].start
    return max(gaps) - min(gaps) <= 1.0 and min(gaps) >= 1.1 * thick


def _candidates(view: View, taken: Sequence[Box]) -> list[Bar]:
    page = view.width * view.height
    inked = {colour: _is_inked(colour) for colour in {fill.colour for fill in view.fills}}
    return [
        Bar(fill.box[0], fill.box[2], fill.box[3], fill.box[1], fill.colour, fill.box)
        for fill in view.fills
        if not fill.round
        and fill.box[2] - fill.box[0] >= _THINNEST
        and fill.box[3] - fill.box[1] > 0.5
        and inked[fill.colour]
        and area(fill.box) < _MOST_OF_PAGE * page
        and not any(stands_in(fill.box, box) for box in taken)
    ]


def _is_inked(colour: str) -> bool:
    return min(int(colour[n : n + 2], 16) for n in (1, 3, 5)) < _PALEST


def _undoubled(bars: Sequence[Bar]) -> list[Bar]:
    """Bars in order; of those in one place, painted twice, the last."""
    by_place = {(round(bar.start), round(bar.head), round(bar.end)): bar for bar in bars}
    return sorted(by_place.values(), key=lambda bar: (bar.start, bar.head))


def _neighbourhoods(bars: Sequence[Bar], walls: Sequence[float]) -> list[list[Bar]]:
    """The bars of charts side by side on one line: parted by a value axis, or where a gap is far wider than others."""
    by_colour: dict[str, list[float]] = defaultdict(list)
    for bar in bars:
        by_colour[bar.colour].append(bar.middle)
    largest = max(by_colour.values(), key=len, default=[])
    middles = largest if len(largest) >= _LEAST_BARS else [bar.middle for bar in bars]
    usual = median([after - before for before, after in pairwise(middles)] or [0.0])
    parts: list[list[Bar]] = [[*bars[:1]]]
    for before, after in pairwise(bars):
        walled = any(before.end < wall < after.start for wall in walls)
        if walled or after.middle - before.middle > _WIDE_GAP * usual + (after.end - after.start):
            parts.append([])
        parts[-1].append(after)
    return parts


def _are_bars(bars: Sequence[Bar]) -> bool:
    if len(bars) < _LEAST_BARS:
        return False
    thick = bars[0].end - bars[0].start
    longest = max(bar.length for bar in bars)
    colours = {bar.colour for bar in bars}
    overlaps = sum(after.start < before.end - 0.5 * thick for before, after in pairwise(bars))
    most = 0 if len(colours) == 1 else 0.7 * len(bars)
    return longest > max(_LEAST_SHARE * thick, _LEAST_LENGTH) and overlaps <= most


def is_shaded_text(bars: Sequence[Bar], view: View) -> bool:
    """Whether the boxes shade text or are the cells of a table: letters stand in most, or they touch one another."""
    lettered = sum(any(stands_in(label.box, bar.box) and label.number is None for label in view.labels) for bar in bars)
    return lettered > 0.5 * len(bars) or are_close(bars)


def are_close(bars: Sequence[Bar]) -> bool:
    """Whether most boxes touch the next, as cells and shaded lines do."""
    close = sum(
        before.colour == after.colour and after.start - before.end < _LEAST_GAP for before, after in pairwise(bars)
    )
    return close > 0.5 * (len(bars) - 1)


def around_bars(bars: Sequence[Bar]) -> Box:
    """The box around bars."""
    return around([bar.box for bar in bars])

"""Bar and column charts drawn on a page: bars that share a base line, and the values that their labels prove.

A value is taken only from a printed label, and only where the lengths of all bars follow their labels: then the
labels belong to these bars. Anything less is a figure without data.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from extractors.document import Box
from extractors.grids.lines import text_of
from extractors.grids.marks import Fill, Marks, Word, area, around
from extractors.grids.placing import stretches_of
from extractors.grids.segments import rows_of

_NUMBER = re.compile(r"[£$€]?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*[%kKmM]?")
_LEAST_BARS = 3
_THINNEST = 3.0
_ALIKE = 0.9
_MOST_OFF = 0.02
_REACH_EM = 2.2
_LEGEND_SIDE = 14.0
_PALEST = 0xF0
_LEAST_GAP = 1.0
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `start` to `end` across, `length` along; `box` on the page."""

    start: float
    end: float
    length: float
    box: Box
    colour: str

    @property
    def middle(self) -> float:
        """The middle across."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of bars. `rows` hold a category and a label for each series, '' and no words where nothing is proved.

    `words` are all words that belong to it; where it is not proved, `rows` is empty.
    """

    box: Box
    series: tuple[str, ...]
    rows: tuple[tuple[str, Box, tuple[tuple[Word, ...], ...]], ...]
    words: tuple[Word, ...]


def charts_of(marks: Marks, taken: Sequence[Box]) -> list[Chart]:
    """The bar charts of a page outside the boxes `taken` by tables, upright and lying ones."""
    free = [
        fill
        for fill in marks.fills
        if not fill.round
        and min(int(fill.colour[n : n + 2], 16) for n in (1, 3, 5)) < _PALEST
        and area(fill.box) < 0.2 * marks.width * marks.height
        and not any(_inside(fill.box, box) for box in taken)
    ]
    words = [word for word in marks.words if not any(_inside(word.box, box) for box in taken)]
    charts: list[Chart] = []
    for upright in (True, False):
        for bars in _bar_groups(free, upright):
            if _is_shaded_text(bars, words):
                continue
            chart = _chart(bars, words, free, upright)
            if len(chart.words) >= _LEAST_WORDS and not any(_inside(chart.box, other.box) for other in charts):
                charts.append(chart)
    return charts


def _inside(box: Box, other: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] - 1 <= x <= other[2] + 1 and other[1] - 1 <= y <= other[3] + 1


def _bar_groups(fills: Sequence[Fill], upright: bool) -> list[list[Bar]]:
    """Bars of one thickness on one base line, of different lengths, none over another."""
    groups: dict[tuple[int, int], list[Bar]] = defaultdict(list)
    for fill in fills:
        x0, top, x1, bottom = fill.box
        start, end, base, length = (x0, x1, bottom, bottom - top) if upright else (top, bottom, x0, x1 - x0)
        if end - start >= _THINNEST and length > 1:
            key = next(
                (k for k in groups if abs(k[0] / 10 - base) < _ALIKE and abs(k[1] / 10 - (end - start)) < _ALIKE),
                (round(base * 10), round((end - start) * 10)),
            )
            groups[key].append(Bar(start, end, length, fill.box, fill.colour))
    return [bars for bars in map(_without_overlaps, groups.values()) if _are_bars(bars)]


def _without_overlaps(bars: list[Bar]) -> list[Bar]:
    kept: list[Bar] = []
    for bar in sorted(bars, key=lambda bar: (bar.start, -bar.length)):
        if not kept or bar.start >= kept[-1].end - 1:
            kept.append(bar)
    return kept


def _are_bars(bars: Sequence[Bar]) -> bool:
    lengths = sorted(bar.length for bar in bars)
    distinct = sum(after - before > 1.5 for before, after in pairwise(lengths))
    return len(bars) >= _LEAST_BARS and distinct >= 1 and lengths[-1] > 1.3 * (bars[0].end - bars[0].start)


def _is_shaded_text(bars: Sequence[Bar], words: Sequence[Word]) -> bool:
    """Whether the boxes shade lines of text: letters stand in most of them, or they follow without a gap."""
    lettered = sum(
        any(_inside(word.box, bar.box) and not _NUMBER.fullmatch(word.text) for word in words) for bar in bars
    )
    close = sum(
        before.colour == after.colour and after.start - before.end < _LEAST_GAP for before, after in pairwise(bars)
    )
    return lettered > 0.5 * len(bars) or close > 0.5 * (len(bars) - 1)


def _chart(bars: Sequence[Bar], words: Sequence[Word], fills: Sequence[Fill], upright: bool) -> Chart:
    colours = list(dict.fromkeys(bar.colour for bar in bars))
    labels = [_label(bar, words, upright) for bar in bars]
    legend = _legend(colours, bars, words, fills)
    groups = _groups(bars, colours)
    box = around([bar.box for bar in bars])
    ticks = _around_axis(box, words)
    plain = Chart(box, (), (), tuple(ticks))
    if any(label is None for label in labels) or groups is None or _are_stacked(bars, fills, upright):
        return plain
    if not _proves([bar.length for bar in bars], [_value(label) for label in labels if label]):
        return plain
    categories = _categories(groups, words, upright, box)
    if categories is None or (len(colours) > 1 and len(legend) < len(colours)):
        return plain
    by_bar = dict(zip(bars, labels, strict=True))
    rows = []
    for group, category in zip(groups, categories, strict=True):
        cells = tuple(
            tuple(by_bar[bar] or ())
            for colour in colours
            for bar in [next((b for b in group if b.colour == colour), None)]
            if bar
        )
        rows.append((text_of(category), around([word.box for word in category]), cells))
    used = [word for label in labels for word in label or ()]
    used += [word for category in categories for word in category]
    used += [word for names in legend.values() for word in names]
    series = tuple(text_of(legend[colour]) if colour in legend else "" for colour in colours)
    whole = around([box, *(word.box for word in used)])
    inside = [word for word in ticks if word not in used]
    return Chart(whole, series, tuple(rows), tuple(dict.fromkeys([*used, *inside])))


def _are_stacked(bars: Sequence[Bar], fills: Sequence[Fill], upright: bool) -> bool:
    """Whether other fills stand on the tips of these bars: the labels of the whole stack would be wanting."""
    stacked = 0
    for bar in bars:
        x0, top, x1, bottom = bar.box
        for fill in fills:
            a0, a_top, a1, a_bottom = fill.box
            on_tip = abs(a_bottom - top) < 1 and abs(a0 - x0) < 1 and abs(a1 - x1) < 1
            beside = abs(a0 - x1) < 1 and abs(a_top - top) < 1 and abs(a_bottom - bottom) < 1
            if on_tip if upright else beside:
                stacked += 1
                break
    return 2 * stacked >= len(bars)


def _label(bar: Bar, words: Sequence[Word], upright: bool) -> tuple[Word, ...] | None:
    """The number that stands at the bar's tip, outside or inside."""
    best: tuple[float, Word] | None = None
    for word in words:
        if not _NUMBER.fullmatch(word.text):
            continue
        x, y = word.centre
        across, beyond = (x, bar.box[1] - y) if upright else (y, x - bar.box[2])
        half = (word.box[2] - word.box[0]) / 2 if not upright else 0.0
        if not bar.start - 1 <= across <= bar.end + 1:
            continue
        distance = beyond - half
        if -bar.length <= distance <= _REACH_EM * word.size and (best is None or abs(distance) < best[0]):
            best = (abs(distance), word)
    return (best[1],) if best else None


def _value(label: tuple[Word, ...]) -> float:
    found = _NUMBER.fullmatch(label[0].text)
    return float(found[1].replace(",", "")) if found else 0.0


def _proves(lengths: Sequence[float], values: Sequence[float]) -> bool:
    """Whether the lengths follow the values on a straight line: an axis may start anywhere, but never bends."""
    if len(lengths) != len(values) or len(set(values)) < 2:
        return False
    middle, centre = mean(values), mean(lengths)
    spread = sum((value - middle) ** 2 for value in values)
    slope = sum((v - middle) * (n - centre) for v, n in zip(values, lengths, strict=True)) / spread
    off = [abs(n - centre - slope * (v - middle)) for v, n in zip(values, lengths, strict=True)]
    return slope > 0 and max(off) <= max(1.0, _MOST_OFF * max(lengths))


def _groups(bars: Sequence[Bar], colours: Sequence[str]) -> list[list[Bar]] | None:
    """The bars of each category. In one colour, or each bar in its own, every bar is a category."""
    ordered = sorted(bars, key=lambda bar: bar.start)
    if len(colours) == 1 or len(colours) == len(bars):
        return [[bar] for bar in ordered]
    groups: list[list[Bar]] = []
    for bar in ordered:
        if groups and bar.colour not in {other.colour for other in groups[-1]} and bar.start - groups[-1][-1].end < 3:
            groups[-1].append(bar)
        else:
            groups.append([bar])
    whole = all(len(group) == len(colours) for group in groups)
    return groups if whole else None


def _legend(
    colours: Sequence[str], bars: Sequence[Bar], words: Sequence[Word], fills: Sequence[Fill]
) -> dict[str, list[Word]]:
    """For each colour the text to the right of its small square."""
    bar_boxes = {bar.box for bar in bars}
    squares = [
        fill
        for fill in fills
        if fill.colour in colours and fill.box not in bar_boxes and max(_sides(fill.box)) <= _LEGEND_SIDE
    ]
    found: dict[str, list[Word]] = {}
    for square in squares:
        right, middle = square.box[2], (square.box[1] + square.box[3]) / 2
        beside = [
            word
            for word in words
            if word.angle == 0 and word.box[1] <= middle <= word.box[3] and word.box[0] >= right - 1
        ]
        for row in rows_of(beside):
            first = row.segments[0]
            stop = min(
                (
                    other.box[0]
                    for other in squares
                    if other.box[0] > right and other is not square and abs(other.box[1] - square.box[1]) < 4
                ),
                default=1e9,
            )
            names = [word for word in first.words if word.box[2] <= stop + 1]
            if names and names[0].box[0] - right < 2 * row.size:
                found[square.colour] = names
    return found


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _categories(
    groups: Sequence[Sequence[Bar]], words: Sequence[Word], upright: bool, box: Box
) -> list[list[Word]] | None:
    """The text at the foot of each group, None unless every group has one and no two are alike."""
    middles = [(group[0].start + group[-1].end) / 2 for group in groups]
    pitch = min((after - before for before, after in pairwise(middles)), default=40.0)
    found: list[list[Word]] = [[] for _ in groups]
    for stretch in stretches_of(words):
        place = _foot_of_label(stretch, box, upright, pitch)
        if place is None:
            continue
        nearest = min(range(len(middles)), key=lambda n: abs(middles[n] - place))
        if abs(middles[nearest] - place) <= 0.55 * pitch:
            found[nearest] += stretch
    texts = [text_of(label) for label in found]
    return found if all(texts) and len(set(texts)) == len(texts) else None


def _foot_of_label(stretch: Sequence[Word], box: Box, upright: bool, pitch: float) -> float | None:
    """Where across the chart a category's label points to, None for text that is no such label."""
    around_text = around([word.box for word in stretch])
    size, angle = stretch[0].size, stretch[0].angle
    if not upright:
        beside = around_text[2] <= box[0] + 1 and box[0] - around_text[2] < 3 * size
        return (around_text[1] + around_text[3]) / 2 if angle == 0 and beside else None
    depth = around_text[1] - box[3]
    if not -1 <= depth < (3.2 if angle == 0 else 1.6) * size:
        return None
    if angle == 0:
        wide = around_text[2] - around_text[0] > 1.6 * pitch
        return None if wide else (around_text[0] + around_text[2]) / 2
    if angle % 180 == 90:
        return (around_text[0] + around_text[2]) / 2
    return around_text[2] - 0.4 * size if angle % 180 < 90 else around_text[0] + 0.4 * size


def _around_axis(box: Box, words: Sequence[Word]) -> list[Word]:
    """Words in the plot and the numbers along its axes."""
    width, height = _sides(box)
    left, right = box[0] - max(40.0, 0.12 * width), box[2] + max(20.0, 0.12 * width)
    top, bottom = box[1] - max(14.0, 0.35 * height), box[3] + max(24.0, 0.12 * height)
    return [
        word
        for word in words
        if left <= word.centre[0] <= right
        and top <= word.centre[1] <= bottom
        and (_inside(word.box, box) or _NUMBER.fullmatch(word.text))
    ]

"""Bar and column charts drawn on a page: bars that share a base line, and the values that their labels prove.

A value is taken only from a printed label, and only where the lengths of all bars follow their labels: then the
labels belong to these bars. Anything less is a figure without data.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from extractors.document import Box
from extractors.grids.bar_labels import NUMBER, Bar, categories_of, label_of, legend_of, stands_in, words_in_plot
from extractors.grids.lines import text_of
from extractors.grids.marks import Fill, Marks, Word, area, around

_LEAST_BARS = 3
_THINNEST = 3.0
_ALIKE = 0.9
_MOST_OFF = 0.02
_PALEST = 0xF0
_LEAST_GAP = 1.0
_LEAST_WORDS = 3


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
        and not any(stands_in(fill.box, box) for box in taken)
    ]
    words = [word for word in marks.words if not any(stands_in(word.box, box) for box in taken)]
    charts: list[Chart] = []
    for upright in (True, False):
        for bars in _bar_groups(free, upright):
            if _is_shaded_text(bars, words):
                continue
            chart = _chart(bars, words, free, upright)
            if len(chart.words) >= _LEAST_WORDS and not any(stands_in(chart.box, other.box) for other in charts):
                charts.append(chart)
    return charts


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
        any(stands_in(word.box, bar.box) and not NUMBER.fullmatch(word.text) for word in words) for bar in bars
    )
    close = sum(
        before.colour == after.colour and after.start - before.end < _LEAST_GAP for before, after in pairwise(bars)
    )
    return lettered > 0.5 * len(bars) or close > 0.5 * (len(bars) - 1)


def _chart(bars: Sequence[Bar], words: Sequence[Word], fills: Sequence[Fill], upright: bool) -> Chart:
    colours = list(dict.fromkeys(bar.colour for bar in bars))
    labels = [label_of(bar, words, upright) for bar in bars]
    legend = legend_of(colours, bars, words, fills)
    groups = _groups(bars, colours)
    box = around([bar.box for bar in bars])
    ticks = words_in_plot(box, words)
    plain = Chart(box, (), (), tuple(ticks))
    if any(label is None for label in labels) or groups is None or _are_stacked(bars, fills, upright):
        return plain
    if not _proves([bar.length for bar in bars], [_value(label) for label in labels if label]):
        return plain
    categories = categories_of(groups, words, upright, box)
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


def _value(label: tuple[Word, ...]) -> float:
    found = NUMBER.fullmatch(label[0].text)
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

"""Names, series and readings put together to the rows of a chart."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractors.document import Box
from extractors.grids.chart import Chart, Label, Reading, Row, View, box_of, number_in, once, stands_in
from extractors.grids.chart_scales import Scale
from extractors.grids.chart_slots import Slots, names_at
from extractors.grids.lines import text_of
from extractors.grids.marks import Word, around

Thing = TypeVar("Thing", bound=Hashable)

_LARGER = 1.8
_PLAIN_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class Series:
    """A series by the words of its name and its number."""

    name: Sequence[Word]
    number: int


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of the categories and the series of a chart."""

    categories: Sequence[Sequence[Word]]
    series: Sequence[Series]


def assembled(
    plot: Box,
    naming: Naming,
    drawn: Collection[tuple[int, int]],
    readings: Mapping[tuple[int, int], Reading],
    inside: Iterable[Word],
) -> Chart:
    """The chart; a series of which something drawn was not read is left out whole and named in `unread`."""
    kept: list[Series] = []
    unread: list[Series] = []
    for series in naming.series:
        own = [key for key in drawn if key[0] == series.number]
        whole = all(key in readings for key in own)
        (kept if whole and own else unread).append(series)
    rows = [
        Row(text_of(name), box_of(name), tuple(readings.get((series.number, place)) for series in kept))
        for place, name in enumerate(naming.categories)
    ]
    words = [word for name in naming.categories for word in name]
    words += [word for series in naming.series for word in series.name]
    boxes = [reading.box for row in rows for reading in row.readings if reading and reading.box]
    whole_box = around([plot, *(word.box for word in words), *boxes])
    return Chart(
        whole_box,
        plot,
        tuple(text_of(series.name) for series in kept),
        tuple(rows) if kept else (),
        once((*words, *inside)),
        tuple(text_of(series.name) for series in unread),
    )


def with_edges(
    slots: Slots, base: float, view: View, scales: Sequence[Scale], less: Collection[Word]
) -> tuple[Slots, int]:
    """The places with those before the first and after the last bar that have a name but nothing drawn.

    They are looked for only where the rules of an axis reach over them; gives also how many came before.
    """
    reach = _reach(view, scales, base)
    if reach is None:
        return slots, 0
    before: list[float] = []
    after: list[float] = []
    u = slots.middles[0] - slots.pitch
    while u - 0.4 * slots.pitch >= reach[0]:
        before.insert(0, u)
        u -= slots.pitch
    u = slots.middles[-1] + slots.pitch
    while u + 0.4 * slots.pitch <= reach[1]:
        after.append(u)
        u += slots.pitch
    wide = Slots((*before, *slots.middles, *after), slots.pitch)
    names = names_at(wide, base, view, less=less)
    start, end = len(before), len(before) + len(slots.middles)
    while start > 0 and names[start - 1]:
        start -= 1
    while end < len(names) and names[end]:
        end += 1
    return Slots(wide.middles[start:end], slots.pitch), len(before) - start


def figures_beside(names: Sequence[Sequence[Word]], view: View, less: Iterable[Word]) -> list[Label]:
    """The figures that may be printed at what is drawn: no larger type than that of the names, and no name."""
    known = {id(word) for word in (*less, *(word for name in names for word in name))}
    largest = _LARGER * max((word.size for name in names for word in name), default=_PLAIN_SIZE)
    return [
        label
        for label in view.labels
        if label.number is not None and label.word.size <= largest and id(label.word) not in known
    ]


def nearest(pairs: Iterable[tuple[float, Thing, Label]]) -> dict[Thing, Label]:
    """For each thing that is drawn its figure, out of all (distance, thing, figure): the closest pairs come first.

    No figure is given twice; where two pairs are as close, the one that was told first.
    """
    found: dict[Thing, Label] = {}
    taken: set[int] = set()
    for _, thing, label in sorted(pairs, key=lambda pair: pair[0]):
        if thing not in found and id(label.word) not in taken:
            found[thing] = label
            taken.add(id(label.word))
    return found


def plot_words(plot: Box, words: Iterable[Word], *, margin: bool = False) -> list[Word]:
    """Words in the plot; with `margin` also the figures a little outside it, where axes are."""
    width, height = plot[2] - plot[0], plot[3] - plot[1]
    left, right = plot[0] - max(40.0, 0.12 * width), plot[2] + max(20.0, 0.12 * width)
    top, bottom = plot[1] - max(14.0, 0.35 * height), plot[3] + max(24.0, 0.12 * height)
    return [
        word
        for word in words
        if stands_in(word.box, plot)
        or (
            margin
            and left <= word.centre[0] <= right
            and top <= word.centre[1] <= bottom
            and number_in(word.text) is not None
        )
    ]


def _reach(view: View, scales: Sequence[Scale], base: float) -> tuple[float, float] | None:
    """From where to where the rules of the axis run."""
    heights = [scale.height(tick.number or 0.0) for scale in scales[:1] for tick in scale.ticks] or [base]
    rules = [
        stroke.box
        for stroke in view.strokes
        if stroke.box[3] - stroke.box[1] <= 1 and any(abs(stroke.box[1] - height) <= 1 for height in heights)
    ]
    if not rules:
        return None
    longest = max(rules, key=lambda box: box[2] - box[0])
    return longest[0], longest[2]

"""The value axis of a chart: evenly spaced figures that grow evenly, tied to what is drawn beside them.

A scale is believed only where its figures lie on a straight line: an axis that is broken or counts in powers is none.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from extractors.grids.chart import Label, View

_LEAST_TICKS = 3
_ALIGNED = 1.5
_EVEN = 0.8
_TIED = 0.5
_REACH_EM = 0.6
_NEAR = 0.75
_LEAST_QUANTUM = 4.0
_CHANCE = 0.002


@dataclass(frozen=True, slots=True)
class Scale:
    """The value at each height: `zero` is the height of the value 0, `unit` the points for 1, `step` between ticks.

    `ties` are the heights of the ticks as drawn; `tied` tells whether rules or marks beside the figures show them.
    """

    zero: float
    unit: float
    step: float
    ticks: tuple[Label, ...]
    tied: bool

    @property
    def percent(self) -> bool:
        """Whether the axis counts in percentages."""
        return any(tick.percent for tick in self.ticks)

    @property
    def top(self) -> float:
        """The height of the highest tick."""
        return self.height(self.ticks[-1].number or 0.0)

    @property
    def foot(self) -> float:
        """The height of the lowest tick."""
        return self.height(self.ticks[0].number or 0.0)

    def value(self, v: float) -> float:
        """The value at a height."""
        return (self.zero - v) / self.unit

    def height(self, value: float) -> float:
        """The height of a value."""
        return self.zero - value * self.unit

    def moved(self, by: float) -> "Scale":
        """The same scale, all of it lower by so much."""
        return Scale(self.zero + by, self.unit, self.step, self.ticks, tied=True)


def scales_of(view: View) -> list[Scale]:
    """The value axes of a page, from left to right."""
    found: list[Scale] = []
    figures = [label for label in view.labels if label.number is not None and label.word.angle == 0]
    seen: set[frozenset[int]] = set()
    for side in (_right, _left, _middle):
        for column in _columns(figures, side):
            for run in _runs(column):
                key = frozenset(id(label.word) for label in run)
                if not any(key <= other for other in seen):
                    seen.add(key)
                    found.append(_scale(run, view))
    return sorted(found, key=lambda scale: scale.ticks[0].u)


def tied_to(scale: Scale, base: float) -> Scale | None:
    """The scale moved by a hair so that a tick lies on the base of bars; None where none is near.

    The middle of a figure may lie a little above or below the place it names.
    """
    first, last = scale.ticks[0].number or 0.0, scale.ticks[-1].number or 0.0
    steps = round((scale.value(base) - first) / scale.step)
    near = scale.height(min(max(first + steps * scale.step, first - scale.step), last))
    slack = 1.0 if scale.tied else 0.35 * scale.ticks[0].word.size
    return scale.moved(base - near) if abs(near - base) <= slack else None


def quantum_of(scale: Scale, heights: Sequence[float]) -> float | None:
    """The step of which all heights are whole numbers, if that can be no accident; None where it may be.

    Half and smaller parts of a tick are tried as long as they are points apart that the eye can tell.
    """
    for part in (1, 2, 4, 5, 10, 20):
        quantum = scale.step / part
        points = quantum * scale.unit
        if points < _LEAST_QUANTUM:
            return None
        slack = min(_NEAR, 0.1 * points)
        offs = [abs(scale.value(v) / quantum - round(scale.value(v) / quantum)) * points for v in heights]
        if offs and max(offs) <= slack:
            different = len({round(v) for v in heights})
            witnesses = (different + len(heights)) / 2
            return quantum if (2 * slack / points) ** witnesses <= _CHANCE else None
    return None


def printed(value: float, quantum: float, *, percent: bool) -> str:
    """A measured value as its axis would print it: '3', '2.5', '60%'."""
    exact = round(value / quantum) * quantum * (100 if percent else 1)
    text = f"{exact:.3f}".rstrip("0").rstrip(".")
    return f"{'0' if text in ('-0', '') else text}{'%' if percent else ''}"


def _right(label: Label) -> float:
    return label.box[2]


def _left(label: Label) -> float:
    return label.box[0]


def _middle(label: Label) -> float:
    return label.u


def _columns(figures: Iterable[Label], side: Callable[[Label], float]) -> Iterator[list[Label]]:
    """Figures that stand above one another."""
    column: list[Label] = []
    for label in sorted(figures, key=side):
        if column and side(label) - side(column[-1]) > _ALIGNED:
            if len(column) >= _LEAST_TICKS:
                yield column
            column = []
        column.append(label)
    if len(column) >= _LEAST_TICKS:
        yield column


def _runs(column: Sequence[Label]) -> Iterator[list[Label]]:
    """Stretches of a column that climb evenly in place and value; none where the next figure goes on otherwise."""
    ordered = sorted(column, key=lambda label: -label.v)
    start = 0
    while start < len(ordered) - 2:
        end = start + 1
        pitch = ordered[start].v - ordered[end].v
        rise = _number(ordered[end]) - _number(ordered[start])
        while end + 1 < len(ordered) and _goes_on(ordered[end], ordered[end + 1], pitch, rise):
            end += 1
        run = ordered[start : end + 1]
        # an axis with a break or a bend: a figure follows near by that is not the next one
        follows = [(run[-1].v - label.v, _number(label) - _number(run[-1])) for label in ordered[end + 1 : end + 2]]
        ahead = ordered[max(start - 1, 0) : start]
        follows += [(label.v - run[0].v, _number(run[0]) - _number(label)) for label in ahead]
        bent = any(gap < 1.6 * pitch and abs(more - rise) > 1e-6 * max(1.0, abs(rise)) for gap, more in follows)
        climbs = rise > 0 and pitch > 0.8 * run[0].word.size
        if len(run) >= _LEAST_TICKS and climbs and not bent and not _are_years(run):
            yield run
        start = end if end > start + 1 else start + 1


def _are_years(run: Sequence[Label]) -> bool:
    """Years along a side are a time line, not an axis of values."""
    return all(len(label.word.text) == 4 and 1900 <= _number(label) <= 2100 for label in run)


def _number(label: Label) -> float:
    return label.number or 0.0


def _goes_on(last: Label, following: Label, pitch: float, rise: float) -> bool:
    even = abs(last.v - following.v - pitch) <= _EVEN
    return even and abs(_number(following) - _number(last) - rise) <= 1e-6 * max(1.0, abs(rise))


def _scale(run: Sequence[Label], view: View) -> Scale:
    values = [_number(label) for label in run]
    unit = (run[0].v - run[-1].v) / (values[-1] - values[0])
    shift = median(label.v + value * unit for label, value in zip(run, values, strict=True))
    step = values[1] - values[0]
    plain = Scale(shift, unit, step, tuple(run), tied=False)
    reach = _REACH_EM * run[0].word.size
    offs = [off for label in run for off in _offs(label, view, reach)]
    best = max(offs, key=lambda off: sum(abs(off - other) <= _TIED for other in offs), default=None)
    if best is None:
        return plain
    near = [off for off in offs if abs(off - best) <= _TIED]
    marked = sum(any(abs(off - best) <= _TIED for off in _offs(label, view, reach)) for label in run)
    return plain.moved(median(near)) if marked >= max(_LEAST_TICKS, 0.6 * len(run)) else plain


def _offs(label: Label, view: View, reach: float) -> list[float]:
    """How much lower than the figure's middle level rules and marks are drawn beside it."""
    beside = 3 * label.word.size
    return [
        place - label.v
        for stroke in view.strokes
        if stroke.box[2] - stroke.box[0] >= stroke.box[3] - stroke.box[1]
        for place in [(stroke.box[1] + stroke.box[3]) / 2]
        if abs(place - label.v) <= reach
        and (stroke.box[0] < label.box[2] + beside and stroke.box[2] > label.box[0] - beside)
    ] + [
        (fill.box[1] + fill.box[3]) / 2 - label.v
        for fill in view.fills
        if fill.box[3] - fill.box[1] < 1.5 < fill.box[2] - fill.box[0]
        and abs((fill.box[1] + fill.box[3]) / 2 - label.v) <= reach
        and fill.box[0] < label.box[2] + beside
        and fill.box[2] > label.box[0] - beside
    ]

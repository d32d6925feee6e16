"""What proves the values of a chart: figures that the drawing follows, or ends that lie on the steps of an axis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from extractors.document import Box
from extractors.grids.chart import Label, Reading
from extractors.grids.chart_scales import Scale, printed, quantum_of

_MOST_OFF = 0.02
_LEAST_WITNESSES = 3
_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Drawn:
    """One value as drawn: it goes from `foot` up to `head`; `key` is its series and its place."""

    key: tuple[int, int]
    foot: float
    head: float

    @property
    def length(self) -> float:
        """How far it reaches."""
        return self.foot - self.head


def readings_of(
    drawn: Sequence[Drawn], labels: Mapping[Drawn, Label], scales: Sequence[Scale], *, stacked: bool = False
) -> dict[tuple[int, int], Reading] | None:
    """The values that are proved, by series and place; None where the figures contradict the drawing.

    Series without figures of which not every value lies on a step of the axis are left out.
    """
    scale = next((scale for scale in scales if _agrees(scale, labels, stacked=stacked)), None)
    if labels and scale is None and (scales or not _follows(labels, stacked=stacked)):
        return None
    found = {one.key: Reading(label.word.text, label.word.box) for one, label in labels.items()}
    if scale is None or not scale.tied:
        return found
    for series in sorted({one.key[0] for one in drawn}):
        own = [one for one in drawn if one.key[0] == series]
        bare = [one for one in own if one not in labels]
        heights = [place for one in own for place in ((one.foot, one.head) if stacked else (one.head,))]
        quantum = quantum_of(scale, heights) if bare else None
        for one in bare if quantum else ():
            value = scale.value(one.head) - (scale.value(one.foot) if stacked else 0.0)
            text = printed(value, quantum or 1.0, percent=scale.percent)
            found[one.key] = Reading(text, None, measured=True)
    return found


def placed(
    readings: Mapping[tuple[int, int], Reading], boxes: Mapping[tuple[int, int], Box]
) -> dict[tuple[int, int], Reading]:
    """The readings by series and place; what was measured, and has no figure on the page, lies where it is drawn."""
    return {key: Reading(one.text, boxes[key], measured=True) if one.measured else one for key, one in readings.items()}


def _agrees(scale: Scale, labels: Mapping[Drawn, Label], *, stacked: bool) -> bool:
    """Whether every figure is the value that the axis gives its place; percentages may stand beside a plain axis."""
    if not labels:
        return True
    factors = [1.0]
    if any(label.percent for label in labels.values()) != scale.percent:
        factors += [100.0, _SHARE]
    return any(
        all(is_at(scale, one, label, factor, stacked=stacked) for one, label in labels.items()) for factor in factors
    )


def is_at(scale: Scale, one: Drawn, label: Label, factor: float = 1.0, *, stacked: bool = False) -> bool:
    """Whether the figure, times the factor, is what the axis gives for the place."""
    value = (label.number or 0.0) * factor
    read = scale.value(one.head) - (scale.value(one.foot) if stacked else 0.0)
    slack = (1.2 if scale.tied else 0.35 * label.word.size + 0.5) / scale.unit
    return abs(read - value) <= slack + _half_digit(label) * factor


def _half_digit(label: Label) -> float:
    figures = label.word.text.strip("£$€ %kKmM")
    decimals = len(figures.partition(".")[2])
    return 0.5 * 10.0**-decimals * (_SHARE if label.percent else 1.0)


def _follows(labels: Mapping[Drawn, Label], *, stacked: bool) -> bool:
    """Whether the lengths follow the figures on a straight line: an axis may start anywhere, but never bends.

    Pieces of a stack start at nothing; so must bars of which there are hardly more than a line needs.
    """
    lengths = [one.length for one in labels] if stacked else [-one.head for one in labels]
    values = [label.number or 0.0 for label in labels.values()]
    different = len(set(values))
    if len(values) < _LEAST_WITNESSES or different < 2:
        return False
    if stacked:
        return _is_in_proportion(lengths, values)
    if different == 2 or len(values) == _LEAST_WITNESSES:
        reached = [one.length for one in labels]
        return _is_in_proportion(reached, values) or (different > 2 and _is_straight(lengths, values))
    return _is_straight(lengths, values)


def _is_in_proportion(lengths: Sequence[float], values: Sequence[float]) -> bool:
    weight = sum(value * value for value in values)
    slope = sum(v * n for v, n in zip(values, lengths, strict=True)) / weight if weight else 0.0
    off = [abs(n - slope * v) for v, n in zip(values, lengths, strict=True)]
    return slope > 0 and max(off) <= max(1.0, _MOST_OFF * max(lengths))


def _is_straight(places: Sequence[float], values: Sequence[float]) -> bool:
    middle, centre = mean(values), mean(places)
    spread = sum((value - middle) ** 2 for value in values)
    slope = sum((v - middle) * (n - centre) for v, n in zip(values, places, strict=True)) / spread
    off = [abs(n - centre - slope * (v - middle)) for v, n in zip(values, places, strict=True)]
    return slope > 0 and max(off) <= max(1.0, _MOST_OFF * (max(places) - min(places)))

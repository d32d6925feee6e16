"""Line charts: lines from category to category, and what proves the values at their corners."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.grids.chart import Chart, Label, View
from extractors.grids.chart_proofs import Drawn, is_at, placed, readings_of
from extractors.grids.chart_rows import Naming, Series, assembled, figures_beside, nearest, plot_words
from extractors.grids.chart_scales import Scale, tied_to
from extractors.grids.chart_slots import Slots, are_whole, names_at, run_together
from extractors.grids.legends import legend_of
from extractors.grids.lines import text_of
from extractors.grids.marks import Marks, around
from extractors.grids.shapes import Point

_TOUCH = 0.8
_LEAST_POINTS = 3
_LEAST_WIDTH = 40.0
_ASIDE = 1.5
_REACH_EM = 1.7
_FAR_AXIS = 120.0


def line_charts(view: View, marks: Marks, scales: Sequence[Scale]) -> list[Chart]:
    """The line charts of an upright view: lines beside a value axis; where nothing is proved, without rows."""
    lines = _lines(view)
    charts = []
    for scale in scales:
        own = [line for line in lines if _stands_on(line, scale, scales)]
        if own:
            charts.append(_chart(own, scale, view, marks))
    return charts


Line = tuple[str, tuple[Point, ...]]
"""The colour of a line and its corners from left to right."""


def _lines(view: View) -> list[Line]:
    """Lines that run from left to right, the pieces of those that were drawn piece by piece joined."""
    whole: list[Line] = []
    pieces: dict[str, list[tuple[Point, Point]]] = defaultdict(list)
    for trace in view.traces:
        points = trace.points if trace.points[0][0] <= trace.points[-1][0] else trace.points[::-1]
        if trace.filled or trace.closed or trace.colour is None or not _runs_on(points):
            continue
        if len(points) == 2:
            pieces[trace.colour].append((points[0], points[1]))
        else:
            whole.append((trace.colour, points))
    for stroke in view.strokes:
        if stroke.colour in pieces and stroke.is_level:
            middle = (stroke.box[1] + stroke.box[3]) / 2
            pieces[stroke.colour].append(((stroke.box[0], middle), (stroke.box[2], middle)))
    for colour, parts in pieces.items():
        whole += [(colour, points) for points in _joined(parts)]
    return [line for line in whole if line[1][-1][0] - line[1][0][0] >= _LEAST_WIDTH and len(line[1]) >= _LEAST_POINTS]


def _runs_on(points: Sequence[Point]) -> bool:
    return all(after[0] - before[0] > 1 for before, after in pairwise(points))


def _joined(parts: Iterable[tuple[Point, Point]]) -> list[tuple[Point, ...]]:
    chains: list[list[Point]] = []
    for start, end in sorted(parts):
        chain = next((one for one in chains if _touch(one[-1], start)), None)
        if chain is None:
            chains.append([start, end])
        else:
            chain.append(end)
    return [tuple(chain) for chain in chains]


def _touch(first: Point, second: Point) -> bool:
    return abs(first[0] - second[0]) <= _TOUCH and abs(first[1] - second[1]) <= _TOUCH


def _stands_on(line: Line, scale: Scale, scales: Sequence[Scale]) -> bool:
    """Whether a line lies between the ends of the axis, and no other axis is nearer."""
    left = line[1][0][0]
    heights = [v for _, v in line[1]]
    slack = 0.6 * scale.step * scale.unit
    u = scale.ticks[0].box[2]
    nearer = any(
        u < other.ticks[0].u
        and other.ticks[0].box[2] + 1 < left
        and other.top - slack <= min(heights) <= other.foot + slack
        for other in scales
    )
    inside = scale.top - slack <= min(heights) and max(heights) <= scale.foot + 1
    return inside and 0 < left - u < _FAR_AXIS and not nearer


def _on_base(scale: Scale, lines: Sequence[Line], view: View) -> Scale:
    """The scale tied to the line along the foot of the plot, where no rules or marks stand beside its figures."""
    left, right = lines[0][1][0][0], lines[0][1][-1][0]
    for stroke in () if scale.tied else view.strokes:
        under = stroke.is_level and stroke.box[0] <= left and stroke.box[2] >= right
        if under and (tied := tied_to(scale, (stroke.box[1] + stroke.box[3]) / 2)):
            return tied
    return scale


def _chart(lines: Sequence[Line], axis: Scale, view: View, marks: Marks) -> Chart:
    """The chart with the values that are proved, without rows where none is."""
    scale = _on_base(axis, lines, view)
    points = [point for _, corners in lines for point in corners]
    plot = around([(u, v, u, v) for u, v in (*points, (points[0][0], scale.foot), (points[0][0], scale.top))])
    ticks = [tick.word for tick in scale.ticks]
    colours = list(dict.fromkeys(colour for colour, _ in lines))
    legend = legend_of(set(colours), marks, [label.word for label in view.labels], points=points)
    words = (*ticks, *plot_words(plot, marks.words))
    unread = tuple(text_of(legend.get(colour, [])) for colour in colours)
    plain = Chart(plot, plot, words=words, unread=unread, has_axis=scale.tied)
    slots = _slots(points)
    if slots is None or (len(colours) > 1 and len(legend) < len(colours)):
        return plain
    less = [*ticks, *(word for words in legend.values() for word in words)]
    names = names_at(slots, scale.foot, view, less=less)
    drawn = _drawn(lines, colours, slots, scale.foot)
    labels = _labels(drawn.values(), slots, figures_beside(names, view, less), scale)
    if labels is None or not are_whole(names) or run_together(names, slots, view):
        return plain
    found = readings_of(list(drawn.values()), labels, [scale])
    if not found:
        return plain
    spots = {key: _spot(slots.middles[key[1]], one.head) for key, one in drawn.items()}
    series = [Series(legend.get(colour, []), number) for number, colour in enumerate(colours)]
    return assembled(plot, Naming(names, series), set(drawn), placed(found, spots), plain.words)


def _drawn(lines: Sequence[Line], colours: Sequence[str], slots: Slots, foot: float) -> dict[tuple[int, int], Drawn]:
    """The corners of the lines by series and place; none where one has no place, or two of a series share one."""
    drawn: dict[tuple[int, int], Drawn] = {}
    for colour, corners in lines:
        for u, v in corners:
            place = slots.at(u)
            if place is None:
                return {}
            key = colours.index(colour), place
            if key in drawn and abs(drawn[key].head - v) > _TOUCH:
                return {}
            drawn[key] = Drawn(key, foot, v)
    return drawn


def _slots(points: Sequence[Point]) -> Slots | None:
    """The places along the foot where lines have their corners, a whole number of steps apart."""
    places: list[float] = []
    for u in sorted(u for u, _ in points):
        if not places or u - places[-1] > _ASIDE:
            places.append(u)
    gaps = [after - before for before, after in pairwise(places)]
    pitch = min(gaps, default=0.0)
    if pitch < 4 or any(abs(gap / pitch - round(gap / pitch)) * pitch > _ASIDE for gap in gaps):
        return None
    return Slots(tuple(places), pitch)


def _labels(
    drawn: Collection[Drawn], slots: Slots, figures: Sequence[Label], scale: Scale
) -> dict[Drawn, Label] | None:
    """The figure printed at each corner; None where one stands there that is not the corner's value."""
    near: list[tuple[float, Drawn, Label]] = []
    for one in drawn:
        for label in figures:
            aside = abs(label.u - slots.middles[one.key[1]])
            off = max(label.box[1] - one.head, one.head - label.box[3], 0.0)
            if aside <= max(0.6 * label.word.size, 0.2 * slots.pitch) and off <= _REACH_EM * label.word.size:
                near.append((abs(scale.height(label.number or 0.0) - one.head), one, label))
    fitting = [each for each in near if is_at(scale, each[1], each[2])]
    if any(_is_torn(each, fitting, scale) for each in fitting):
        return None
    found = nearest(fitting)
    taken = {id(label.word) for label in found.values()}
    if any(id(label.word) not in taken for _, _, label in near):
        return None
    for one in drawn:
        # lines that meet in a point share its figure
        same = (other for other in found if other.key[1] == one.key[1] and abs(other.head - one.head) <= _TOUCH)
        if one not in found and (met := next(same, None)):
            found[one] = found[met]
    return found


def _is_torn(each: tuple[float, Drawn, Label], fitting: Sequence[tuple[float, Drawn, Label]], scale: Scale) -> bool:
    """Whether another figure fits the same corner as well; an axis that nothing ties is no finer than a figure."""
    off, one, label = each
    finer = _TOUCH if scale.tied else 0.5 * label.word.size
    return any(
        other is one and rival.number != label.number and abs(distance - off) < finer
        for distance, other, rival in fitting
    )


def _spot(u: float, v: float) -> Box:
    return u - 3, v - 3, u + 3, v + 3

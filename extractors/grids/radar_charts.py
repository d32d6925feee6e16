"""Radar charts: a closed line with a corner on each of evenly turned rays, read against the figures on the ray up."""

import math
from collections import Counter
from collections.abc import Sequence

from extractors.document import Box
from extractors.grids.chart import Chart, Label, Point, Reading, View
from extractors.grids.chart_proofs import Drawn, is_at, readings_of
from extractors.grids.chart_rows import Naming, Series, assembled, figures_beside, plot_words
from extractors.grids.chart_scales import Scale
from extractors.grids.chart_slots import are_whole
from extractors.grids.legends import legend_of
from extractors.grids.marks import Marks, Trace, Word, around
from extractors.grids.placing import stretches_of

_LEAST_RAYS, _MOST_RAYS = 5, 24
_ASIDE = 1.2
_LEAST_RADIUS = 25.0
_BESIDE = 0.5
_INSIDE = 0.85
_LARGER = 1.8
_LINE_GAP_EM = 0.45
_LABEL_EM = 1.4


def radar_charts(view: View, marks: Marks, scales: Sequence[Scale]) -> list[Chart]:
    """The radar charts of an upright view whose rays carry an axis; where nothing is proved, without rows."""
    charts = []
    closed = [trace for trace in view.traces if trace.closed and _LEAST_RAYS <= len(trace.points) <= _MOST_RAYS]
    for scale in scales:
        centre = _centre(view, scale)
        if centre is None:
            continue
        tied = scale.moved(centre[1] - scale.foot)
        radius = tied.foot - tied.top
        lines: dict[tuple[str, tuple[Point, ...]], None] = {}
        for trace in closed:
            corners = _on_rays(trace, centre, radius) if trace.colour else None
            if corners and not _is_ring(corners, centre, trace, closed):
                lines[trace.colour or "", corners] = None
        if lines:
            charts.append(_chart(list(lines), centre, tied, view, marks))
    return charts


def _centre(view: View, scale: Scale) -> Point | None:
    """The point in which rays meet, or around which rings lie, at the foot of the axis and to its right."""
    ends: Counter[tuple[int, int]] = Counter()
    exact: dict[tuple[int, int], Point] = {}
    rays = [trace.points for trace in view.traces if len(trace.points) == 2]
    rays += [
        ((stroke.box[0], stroke.box[1]), (stroke.box[2], stroke.box[3]))
        for stroke in view.strokes
        if max(stroke.box[2] - stroke.box[0], stroke.box[3] - stroke.box[1]) >= _LEAST_RADIUS
    ]
    reach = scale.foot - scale.top
    for ray in rays:
        if math.dist(*ray) < 0.5 * reach:
            continue
        for point in ray:
            key = round(point[0]), round(point[1])
            ends[key] += 1
            exact[key] = point
    for trace in view.traces:
        if trace.closed and len(trace.points) >= _LEAST_RAYS and (middle := _middle_of_ring(trace.points)):
            key = round(middle[0]), round(middle[1])
            ends[key] += 2
            exact[key] = middle
    size = scale.ticks[0].word.size
    for key, count in ends.most_common(8):
        u, v = exact[key]
        if count >= 3 and abs(v - scale.foot) <= 0.6 * size and -2.5 * size < u - scale.ticks[0].box[2] < 4 * size:
            return u, v
    return None


def _middle_of_ring(points: Sequence[Point]) -> Point | None:
    """The middle of a regular polygon."""
    u, v = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    radii = [math.dist((u, v), point) for point in points]
    return (u, v) if max(radii) - min(radii) <= 0.02 * max(radii) and max(radii) > 3 else None


def _on_rays(trace: Trace, centre: Point, radius: float) -> tuple[Point, ...] | None:
    """The corners from the top on clockwise, if each lies on its ray."""
    count = len(trace.points)
    corners: dict[int, Point] = {}
    for point in trace.points:
        distance = math.dist(point, centre)
        if distance > 1.03 * radius:
            return None
        turn = math.atan2(point[0] - centre[0], centre[1] - point[1]) % math.tau
        place = round(turn / math.tau * count) % count
        off = abs(math.sin(turn - place * math.tau / count)) * distance
        if distance > _ASIDE and (off > _ASIDE or place in corners):
            return None
        if distance > _ASIDE:
            corners[place] = point
    if len(corners) < count - 1:
        return None
    return tuple(corners.get(place, centre) for place in range(count))


def _is_ring(corners: Sequence[Point], centre: Point, trace: Trace, closed: Sequence[Trace]) -> bool:
    """Whether it is a ring of the ground: all corners equally far, as are those of other lines in its colour."""
    radii = [math.dist(centre, corner) for corner in corners]
    if max(radii) - min(radii) > 1:
        return False
    grey = trace.colour is not None and _is_grey(trace.colour)
    return grey or sum(other.colour == trace.colour for other in closed) > 1


def _is_grey(colour: str) -> bool:
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return max(channels) - min(channels) < 24


def _chart(
    lines: Sequence[tuple[str, tuple[Point, ...]]], centre: Point, scale: Scale, view: View, marks: Marks
) -> Chart:
    count = len(lines[0][1])
    radius = scale.foot - scale.top
    plot = centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius
    ticks = [tick.word for tick in scale.ticks]
    plain = Chart(plot, plot, words=(*ticks, *plot_words(plot, marks.words)), has_axis=True)
    colours = list(dict.fromkeys(colour for colour, _ in lines))
    points = [corner for _, corners in lines for corner in corners]
    legend = legend_of(set(colours), marks, [label.word for label in view.labels], points=points)
    if len(colours) < len(lines) or (len(colours) > 1 and len(legend) < len(colours)):
        return plain
    if any(len(corners) != count for _, corners in lines):
        return plain
    less = [*ticks, *(word for words in legend.values() for word in words)]
    names = _names(centre, scale, count, view, less)
    if not are_whole(names):
        return plain
    drawn, spots = {}, {}
    for number, (_, corners) in enumerate(lines):
        for place, corner in enumerate(corners):
            spots[number, place] = corner
            drawn[number, place] = Drawn((number, place), centre[1], centre[1] - math.dist(centre, corner))
    labels = _labels(drawn, spots, figures_beside(names, view, less), scale)
    found = readings_of(list(drawn.values()), labels, [scale]) if labels is not None else None
    if not found:
        return plain
    placed = {
        key: Reading(one.text, _spot(spots[key]), measured=True) if one.measured else one for key, one in found.items()
    }
    series = [Series(legend.get(colour, []), number) for number, colour in enumerate(colours)]
    return assembled(plot, Naming(names, series), set(drawn), placed, plain.words)


def _names(centre: Point, scale: Scale, count: int, view: View, less: Sequence[Word]) -> list[list[Word]]:
    """The names around the rays: the text nearest to the end of each, with the lines that go on above or below it."""
    known = set(map(id, less))
    radius = scale.foot - scale.top
    largest = _LARGER * scale.ticks[0].word.size
    free = [
        label.word
        for label in view.labels
        if id(label.word) not in known and label.word.size <= largest and label.number is None
    ]
    ends = [
        (centre[0] + radius * math.sin(turn), centre[1] - radius * math.cos(turn))
        for turn in (place * math.tau / count for place in range(count))
    ]
    near: list[list[tuple[float, Box, list[Word]]]] = [[] for _ in range(count)]
    for words in stretches_of(free):
        box = around([word.box for word in words])
        distance, place = min((_apart(box, end), place) for place, end in enumerate(ends))
        if _apart(box, centre) > _INSIDE * radius and distance <= max(_BESIDE * radius, 3 * words[0].size):
            near[place].append((distance, box, words))
    return [_block(stretches) for stretches in near]


def _block(stretches: Sequence[tuple[float, Box, list[Word]]]) -> list[Word]:
    """The nearest stretch and the lines of its type right above and below it."""
    ordered = sorted(stretches, key=lambda each: each[0])
    block = list(ordered[0][2]) if ordered else []
    waiting = [(box, words) for _, box, words in ordered[1:]]
    while (following := next((each for each in waiting if _goes_on(block, *each)), None)) is not None:
        waiting.remove(following)
        block += following[1]
    return block


def _goes_on(name: Sequence[Word], box: Box, words: Sequence[Word]) -> bool:
    own = around([word.box for word in name])
    gap = max(box[1] - own[3], own[1] - box[3])
    size = words[0].size
    over = min(box[2], own[2]) - max(box[0], own[0])
    return abs(size - name[0].size) < 0.1 * size and -0.2 * size <= gap <= _LINE_GAP_EM * size and over > 0


def _apart(box: Box, point: Point) -> float:
    across = max(box[0] - point[0], point[0] - box[2], 0.0)
    down = max(box[1] - point[1], point[1] - box[3], 0.0)
    return math.hypot(across, down)


def _labels(
    drawn: dict[tuple[int, int], Drawn], spots: dict[tuple[int, int], Point], figures: Sequence[Label], scale: Scale
) -> dict[Drawn, Label] | None:
    """The figure printed at each corner; None where one in the plot is the value of no corner near it."""
    found: dict[Drawn, Label] = {}
    inside = [label for label in figures if any(_near(label, spot) for spot in spots.values())]
    for label in inside:
        fitting = [
            (_apart(label.box, spots[key]), key)
            for key in spots
            if _near(label, spots[key]) and drawn[key] not in found and is_at(scale, drawn[key], label)
        ]
        if not fitting:
            return None
        found[drawn[min(fitting)[1]]] = label
    return found


def _near(label: Label, spot: Point) -> bool:
    return _apart(label.box, spot) <= _LABEL_EM * label.word.size


def _spot(point: Point) -> Box:
    return point[0] - 3, point[1] - 3, point[0] + 3, point[1] + 3

"""Radar charts: a closed line with a corner on each of evenly turned rays, read against the figures on the ray up."""

import math
from collections import Counter
from collections.abc import Sequence

from extractors.document import Box
from extractors.grids.chart import Chart, Label, View
from extractors.grids.chart_proofs import Drawn, is_at, placed, readings_of
from extractors.grids.chart_rows import Naming, Series, assembled, figures_beside, plot_words
from extractors.grids.chart_scales import Scale
from extractors.grids.chart_slots import are_whole
from extractors.grids.legends import legend_of
from extractors.grids.marks import Marks, Trace, Word
from extractors.grids.rings import LEAST_RAYS, MOST_RAYS, apart, middle_of_ring, names_around, rays_of
from extractors.grids.shapes import Point

_ASIDE = 1.2
_LARGER = 1.8
_LABEL_EM = 1.4


def radar_charts(view: View, marks: Marks, scales: Sequence[Scale]) -> list[Chart]:
    """The radar charts of an upright view whose rays carry an axis; where nothing is proved, without rows."""
    charts = []
    closed = [trace for trace in view.traces if trace.closed and LEAST_RAYS <= len(trace.points) <= MOST_RAYS]
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
    reach = scale.foot - scale.top
    for ray in rays_of(view):
        if math.dist(*ray) < 0.5 * reach:
            continue
        for point in ray:
            key = round(point[0]), round(point[1])
            ends[key] += 1
            exact[key] = point
    for trace in view.traces:
        if trace.closed and len(trace.points) >= LEAST_RAYS and (middle := middle_of_ring(trace.points)):
            key = round(middle[0]), round(middle[1])
            ends[key] += 2
            exact[key] = middle
    size = scale.ticks[0].word.size
    for key, count in ends.most_common(8):
        u, v = exact[key]
        if count >= 3 and abs(v - scale.foot) <= 0.6 * size and -2.5 * size < u - scale.ticks[0].box[2] < 4 * size:
            return u, v
    return None


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
    """The chart with the values that are proved, without rows where none is."""
    count = len(lines[0][1])
    radius = scale.foot - scale.top
    plot = centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius
    ticks = [tick.word for tick in scale.ticks]
    plain = Chart(plot, plot, words=(*ticks, *plot_words(plot, marks.words)), has_axis=True)
    colours = list(dict.fromkeys(colour for colour, _ in lines))
    points = [corner for _, corners in lines for corner in corners]
    legend = legend_of(set(colours), marks, [label.word for label in view.labels], points=points)
    told_apart = len(colours) == len(lines) and (len(colours) == 1 or len(legend) >= len(colours))
    if not told_apart or any(len(corners) != count for _, corners in lines):
        return plain
    less = [*ticks, *(word for words in legend.values() for word in words)]
    free = _free_words(view, _LARGER * scale.ticks[0].word.size, less)
    names = names_around(centre, radius, count, free)
    if not are_whole(names):
        return plain
    spots = {(number, n): corner for number, (_, corners) in enumerate(lines) for n, corner in enumerate(corners)}
    drawn = {key: Drawn(key, centre[1], centre[1] - math.dist(centre, corner)) for key, corner in spots.items()}
    labels = _labels(drawn, spots, figures_beside(names, view, less), scale)
    found = readings_of(list(drawn.values()), labels, [scale]) if labels is not None else None
    if not found:
        return plain
    boxes = {key: _spot(corner) for key, corner in spots.items()}
    series = [Series(legend.get(colour, []), number) for number, colour in enumerate(colours)]
    return assembled(plot, Naming(names, series), set(drawn), placed(found, boxes), plain.words)


def _free_words(view: View, largest: float, less: Sequence[Word]) -> list[Word]:
    """The words, no larger than so much, that may be names: no figures, and none of `less`."""
    known = set(map(id, less))
    return [
        label.word
        for label in view.labels
        if id(label.word) not in known and label.word.size <= largest and label.number is None
    ]


def _labels(
    drawn: dict[tuple[int, int], Drawn], spots: dict[tuple[int, int], Point], figures: Sequence[Label], scale: Scale
) -> dict[Drawn, Label] | None:
    """The figure printed at each corner; None where one in the plot is the value of no corner near it."""
    found: dict[Drawn, Label] = {}
    inside = [label for label in figures if any(_near(label, spot) for spot in spots.values())]
    for label in inside:
        fitting = [
            (apart(label.box, spots[key]), key)
            for key in spots
            if _near(label, spots[key]) and drawn[key] not in found and is_at(scale, drawn[key], label)
        ]
        if not fitting:
            return None
        found[drawn[min(fitting)[1]]] = label
    return found


def _near(label: Label, spot: Point) -> bool:
    return apart(label.box, spot) <= _LABEL_EM * label.word.size


def _spot(point: Point) -> Box:
    return point[0] - 3, point[1] - 3, point[0] + 3, point[1] + 3

"""Charts of which no value can be proved, known by their shape: areas on an axis, pies, and the webs of radars."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.grids.chart import Chart, View, stands_in
from extractors.grids.chart_rows import plot_words
from extractors.grids.chart_scales import Scale
from extractors.grids.marks import Marks, Trace, Word, area, around
from extractors.grids.rings import webs_of
from extractors.grids.shapes import Point

_LEAST_AREA = 300.0
_LEAST_SLICES = 3
_LEAST_RADIUS = 20.0
_FAR_AXIS = 60.0


def shapes_of(view: View, marks: Marks, scales: Sequence[Scale], found: Sequence[Chart]) -> list[Chart]:
    """Figures of an upright view that no chart of `found` covers, without rows."""
    seen = [(plot, plot, words) for plot, words in (*_areas(view, scales), *_pies(view))]
    seen += [(web.box, web.plot, [*web.names]) for web in webs_of(view)]
    kept: list[Chart] = []
    for box, plot, own in seen:
        if not any(stands_in(plot, other.plot) or stands_in(other.plot, plot) for other in (*found, *kept)):
            words = (*own, *plot_words(plot, marks.words))
            kept.append(Chart(box, plot, words=words, has_axis=True))
    return kept


def _areas(view: View, scales: Sequence[Scale]) -> Iterator[tuple[Box, list[Word]]]:
    """Coloured outlines between the ends of an axis that is drawn."""
    for scale in scales:
        if not scale.tied:
            continue
        own = [
            box
            for trace in view.traces
            if trace.filled and trace.colour and _is_coloured(trace.colour)
            for box in [_box(trace)]
            if area(box) > _LEAST_AREA
            and scale.top - 2 <= box[1] <= box[3] <= scale.foot + 12
            and -1 <= box[0] - scale.ticks[0].box[2] < _FAR_AXIS + 4 * (box[2] - box[0])
        ]
        if own:
            yield around(own), [tick.word for tick in scale.ticks]


def _pies(view: View) -> Iterator[tuple[Box, list[Word]]]:
    """Outlines that meet in one point and reach equally far from it."""
    slices: dict[Point, dict[Box, float]] = defaultdict(dict)
    for trace in view.traces:
        if not trace.filled or len(trace.points) < 3:
            continue
        box = _box(trace)
        for before, corner, after in _corners(trace):
            first, second = math.dist(before, corner), math.dist(corner, after)
            if min(first, second) >= _LEAST_RADIUS and abs(first - second) <= 0.02 * first:
                middle = next((point for point in slices if math.dist(point, corner) < 1), corner)
                slices[middle][box] = first
    for own in slices.values():
        if len(own) >= _LEAST_SLICES and max(own.values()) - min(own.values()) <= 0.03 * max(own.values()):
            yield around(list(own)), []


def _corners(trace: Trace) -> Iterator[tuple[Point, Point, Point]]:
    points = [trace.points[0]]
    points += [after for before, after in pairwise(trace.points) if math.dist(before, after) > 1]
    around_it = [points[-1], *points, points[0]]
    for (before, corner), (_, after) in pairwise(pairwise(around_it)):
        yield before, corner, after


def _box(trace: Trace) -> Box:
    return around([(x, y, x, y) for x, y in trace.points])


def _is_coloured(colour: str) -> bool:
    return min(int(colour[place : place + 2], 16) for place in (1, 3, 5)) < 0xE0

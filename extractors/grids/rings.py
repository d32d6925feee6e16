"""The ground of a radar chart: rays out of one point, and rings around it with a corner on each."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.chart import View
from extractors.grids.marks import Word, area, around
from extractors.grids.placing import stretches_of
from extractors.grids.shapes import Point

LEAST_RAYS, MOST_RAYS = 5, 24

_LEAST_RADIUS = 25.0
_EVEN = 0.02
_LEAST_RING = 3.0
_MEETS = 1.5
_BESIDE = 0.5
_INSIDE = 0.85
_LINE_GAP_EM = 0.45


def rays_of(view: View) -> list[tuple[Point, Point]]:
    """The straight lines, level, upright and slanting, that may be rays; their ends in any order."""
    rays = [(trace.points[0], trace.points[1]) for trace in view.traces if len(trace.points) == 2]
    straight = [((stroke.box[0], stroke.box[1]), (stroke.box[2], stroke.box[3])) for stroke in view.strokes]
    return [*rays, *(ray for ray in straight if math.dist(*ray) >= _LEAST_RADIUS)]


def middle_of_ring(points: Sequence[Point]) -> Point | None:
    """The middle of a regular polygon, None where the corners are not equally far from it."""
    u, v = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    radii = [math.dist((u, v), point) for point in points]
    return (u, v) if max(radii) - min(radii) <= _EVEN * max(radii) and max(radii) > _LEAST_RING else None


@dataclass(frozen=True, slots=True)
class Web:
    """The box of the outer ring, and of it with the names around it; the words of these names."""

    plot: Box
    box: Box
    names: tuple[Word, ...]


def webs_of(view: View) -> Iterator[Web]:
    """Rings to whose corners, at least to five of them, rays run from the middle; the largest first."""
    rays = rays_of(view)
    rings = [trace.points for trace in view.traces if trace.closed and LEAST_RAYS <= len(trace.points) <= MOST_RAYS]
    free = [label.word for label in view.labels if label.number is None]
    for ring in sorted(rings, key=lambda ring: -area(_around_points(ring))):
        middle = middle_of_ring(ring)
        radius = math.dist(middle, ring[0]) if middle else 0.0
        if middle is None or radius < _LEAST_RADIUS:
            continue
        ends = [far for ray in rays for near, far in (ray, ray[::-1]) if math.dist(near, middle) <= _MEETS]
        if sum(any(math.dist(end, corner) <= _MEETS for end in ends) for corner in ring) >= LEAST_RAYS:
            names = [word for name in names_around(middle, radius, len(ring), free) for word in name]
            plot = _around_points(ring)
            yield Web(plot, around([plot, *(word.box for word in names)]), tuple(names))


def names_around(centre: Point, radius: float, count: int, free: Sequence[Word]) -> list[list[Word]]:
    """The names around the rays: the text nearest to the end of each, with the lines that go on above or below it."""
    ends = [
        (centre[0] + radius * math.sin(turn), centre[1] - radius * math.cos(turn))
        for turn in (place * math.tau / count for place in range(count))
    ]
    near: list[list[tuple[float, Box, list[Word]]]] = [[] for _ in range(count)]
    for words in stretches_of(free):
        box = around([word.box for word in words])
        distance, place = min((apart(box, end), place) for place, end in enumerate(ends))
        if apart(box, centre) > _INSIDE * radius and distance <= max(_BESIDE * radius, 3 * words[0].size):
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


def apart(box: Box, point: Point) -> float:
    """How far the point lies outside of the box, 0 where it lies in it."""
    across = max(box[0] - point[0], point[0] - box[2], 0.0)
    down = max(box[1] - point[1], point[1] - box[3], 0.0)
    return math.hypot(across, down)


def _around_points(points: Sequence[Point]) -> Box:
    return around([(u, v, u, v) for u, v in points])

"""Outlines on a page: are they level and upright, what part of their box do they fill."""

from itertools import pairwise

from extractors.document import Box
from extractors.grids.marks import area

Point = tuple[float, float]
"""A place on a page, in points from its top left."""


def is_rectilinear(points: list[Point]) -> bool:
    """Whether every piece of the outline is level or upright."""
    return all(min(abs(x1 - x0), abs(y1 - y0)) <= 0.5 for (x0, y0), (x1, y1) in pairwise(points))


def filled_share(points: list[Point], box: Box) -> float:
    """The part of its box that a closed shape fills: 1 a rectangle, 0.79 a circle."""
    if len(points) < 3 or area(box) < 0.01:
        return 1.0 if len(points) >= 2 else 0.0
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*points, points[0]]))
    return abs(twice) / 2 / area(box)


def on_curve(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """The point at the share t of a Bézier curve from a to d."""
    one = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        one[0] * a[0] + one[1] * b[0] + one[2] * c[0] + one[3] * d[0],
        one[0] * a[1] + one[1] * b[1] + one[2] * c[1] + one[3] * d[1],
    )

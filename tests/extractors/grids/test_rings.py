"""The web of a radar chart is a figure, be its values hidden under one area and its axis bare of figures."""

import math

from extractors.grids.charts import charts_of
from extractors.grids.marks import Marks, Stroke, Trace, Word
from tests.support.marked_page import written

MIDDLE, RADIUS, COUNT = (300.0, 300.0), 100.0, 8


def corner(place: int, radius: float = RADIUS) -> tuple[float, float]:
    turn = place * math.tau / COUNT
    return MIDDLE[0] + radius * math.sin(turn), MIDDLE[1] - radius * math.cos(turn)


def web(rays: int, names: tuple[Word, ...] = ()) -> Marks:
    """A ring of eight corners with rays to so many of them: level and upright ones are strokes."""
    ring = Trace(tuple(map(corner, range(COUNT))), "#878787", closed=True)
    slanting = [Trace((MIDDLE, corner(place)), "#878787") for place in range(rays) if place % 2]
    straight = [
        Stroke(
            (
                min(MIDDLE[0], corner(place)[0]),
                min(MIDDLE[1], corner(place)[1]),
                max(MIDDLE[0], corner(place)[0]),
                max(MIDDLE[1], corner(place)[1]),
            )
        )
        for place in range(rays)
        if not place % 2
    ]
    ticks = (*written("0", 304, 290), *written("5", 304, 190))
    return Marks(595, 842, (*ticks, *names), strokes=tuple(straight), traces=(ring, *slanting))


def test_a_ring_with_rays_is_a_chart_without_rows() -> None:
    [chart] = charts_of(web(8))
    assert chart.rows == ()
    assert [round(side) for side in chart.plot] == [200, 200, 400, 400]


def test_the_names_around_it_belong_to_the_chart() -> None:
    name = tuple(written("Referrals", 278, 185))
    [chart] = charts_of(web(8, name))
    assert set(name) <= set(chart.words)
    assert round(chart.box[1]) == 185


def test_a_ring_without_its_rays_is_a_drawing() -> None:
    assert charts_of(web(3)) == []

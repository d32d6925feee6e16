"""The charts of the report as SVG: no script, no outside reference, the same bytes for the same figures.

Each chart comes wide and narrow, for a screen and for a phone; the page shows one of them. The figures stand in a
table beside each chart, so the drawing is one picture with a title and a description for those who do not see it.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import altair as alt
from altair.utils.schemapi import debug_mode

from warehouse.publication.drawings import svg_picture

FONT = "Arial, Helvetica, Liberation Sans, sans-serif"  # of one width, so that labels keep the room measured for them
INK, MUTED, GRID, PAPER = "#1b2733", "#52616f", "#dfe5ea", "#ffffff"
NEW, OLD = "#1d5784", "#8ab4d3"
WIDE, NARROW = 840, 330
"""Width of a drawing in pixels at its natural size."""
LONGEST_NAME = 330
"""Pixels for the names of authorities at the left of a wide chart; a longer one ends in an ellipsis."""
ROOM_FOR_NAME = 24
"""Pixels for the name of an authority above its row in a narrow chart."""

LEFT: Literal["left"] = "left"
RIGHT: Literal["right"] = "right"

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One value to draw, of an authority in a year; `text` is how it is written. None where there is no value."""

    authority: str
    year: int
    value: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture in two widths, each an SVG element as text."""

    wide: str
    narrow: str


def dumbbell_chart(
    figures: Sequence[Figure],
    joined: Collection[str],
    lowest: float,
    highest: float,
    *,
    id: str,
    title: str,
    desc: str,
) -> Chart:
    """One row for each authority: the older year as a ring, the newer as a disc, the highest first.

    `figures` are of one year or two. A line joins the pair of the authorities in `joined`, those whose years can be
    compared. Labels stand outside the pair, the smaller value's at the left, so that close
    figures do not cover one another.
    """
    known = [(figure, figure.value) for figure in figures if figure.value is not None]
    rows = [
        _row(figure) | _label_place(figure, value, known) | {"joined": figure.authority in joined}
        for figure, value in known
    ]
    return _both(lambda width: _dumbbells(rows, lowest, highest, width), id, title, desc)


def bar_chart(figures: Sequence[Figure], *, id: str, title: str, desc: str) -> Chart:
    """One bar for each authority and year, from 0 to 100 per cent, its value and year written at the end."""
    rows = [_row(figure) | {"label": f"{figure.text} ({figure.year})"} for figure in figures]
    return _both(lambda width: _bars(rows, width), id, title, desc)


def _both(draw: Callable[[int], Any], id: str, title: str, desc: str) -> Chart:
    return Chart(
        wide=svg_picture(_spec(draw, WIDE), id=f"{id}-wide", title=title, desc=desc),
        narrow=svg_picture(_spec(draw, NARROW), id=f"{id}-narrow", title=title, desc=desc),
    )


def _spec(draw: Callable[[int], Any], width: int) -> dict[str, Any]:
    """The chart for Vega-Lite. Altair checks each part of it against a schema, which takes as long as the drawing and
    would find the same for every region: a test does it once for all.
    """
    with debug_mode(False):
        spec: dict[str, Any] = draw(width).to_dict(validate=False)
    return spec


def _row(figure: Figure) -> Row:
    return {"authority": figure.authority, "year": str(figure.year), "value": figure.value, "at": figure.value or 0}


def _label_place(figure: Figure, value: float, known: Sequence[tuple[Figure, float]]) -> Row:
    others = [v for f, v in known if f.authority == figure.authority and f.year != figure.year] or [value]
    written_at_the_other = value in others and any(
        f.authority == figure.authority and f.year > figure.year and v == value for f, v in known
    )
    return {"label": "" if written_at_the_other else figure.text, "side": -1 if value < max(others) else 1}


def _dumbbells(rows: list[Row], lowest: float, highest: float, width: int) -> Any:
    years = _years(rows)
    step = 30 if width == WIDE else 30 + ROOM_FOR_NAME
    axis = _axis([lowest, highest], 1)
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=_authorities(rows, width, above=15))
    x = alt.X("value:Q", title=None, scale=alt.Scale(domain=[lowest, highest], nice=False, padding=8), axis=axis)
    if len(years) == 2:
        lines = (
            base.transform_filter("datum.joined")
            .transform_aggregate(value="min(value)", upper="max(value)", groupby=["authority"])
            .mark_rule(color=OLD, strokeWidth=3)
            .encode(x=x, x2="upper:Q")
        )
        points = base.mark_point(strokeWidth=2.5, opacity=1).encode(
            x=x,
            stroke=_by_year(alt.Stroke, years, [OLD, NEW]),
            fill=_by_year(alt.Fill, years, [PAPER, NEW]),
            size=_by_year(alt.Size, years, [150, 70]),
        )
        layers = [lines, points]
    else:
        layers = [base.mark_point(filled=True, color=NEW, size=110, opacity=1).encode(x=x)]
    labels = [
        base.transform_filter(f"datum.side == {side}")
        .mark_text(align=LEFT if side > 0 else RIGHT, dx=11 * side, fontSize=13, color=INK, baseline="middle")
        .encode(x=x, text="label:N")
        for side in (-1, 1)
    ]
    return _dressed(alt.layer(*layers, *labels), rows, width, step)


def _bars(rows: list[Row], width: int) -> Any:
    years = _years(rows)
    bars_height = 22 * len(years)
    step = bars_height + (12 if width == WIDE else 8 + ROOM_FOR_NAME)
    gap = 1 - bars_height / step
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=_authorities(rows, width, above=bars_height / 2 + 3, gap=gap),
        yOffset=alt.YOffset("year:N", sort=years, scale=alt.Scale(paddingInner=0.12)),
    )
    scale, axis = alt.Scale(domain=[0, 100], nice=False), _axis([0, 100], 25)
    shades = [OLD] * (len(years) - 1) + [NEW]
    bars = base.mark_bar(cornerRadiusEnd=1.5).encode(
        x=alt.X("value:Q", title=None, scale=scale, axis=axis),
        color=alt.Color("year:N", scale=alt.Scale(domain=years, range=shades), legend=None),
    )
    at = alt.X("at:Q", title=None, scale=scale, axis=axis)
    long = "datum.value > 55"  # then the label fits into the bar, and beyond it there may be no room
    newest = f"datum.year == '{years[-1]}'"
    texts = [
        base.transform_filter(condition).mark_text(align=align, dx=dx, fontSize=12.5, color=colour)
        for condition, align, dx, colour in (
            (f"!({long})", LEFT, 6, INK),
            (f"{long} && {newest}", RIGHT, -6, PAPER),
            (f"{long} && !({newest})", RIGHT, -6, INK),
        )
    ]
    return _dressed(alt.layer(bars, *(text.encode(x=at, text="label:N") for text in texts)), rows, width, step)


def _years(rows: list[Row]) -> list[str]:
    return sorted({row["year"] for row in rows})


def _by_year(channel: Any, years: list[str], range_: list[Any]) -> Any:
    legend = alt.Legend(
        title=None, orient="top", direction="horizontal", labelFontSize=13, labelColor=INK, symbolStrokeWidth=2.5
    )
    return channel("year:N", scale=alt.Scale(domain=years, range=range_), legend=legend)


def _authorities(rows: list[Row], width: int, *, above: float, gap: float | None = None) -> Any:
    """Names at the left of a wide chart, above their rows in a narrow one; the highest newest value first."""
    newest = _years(rows)[-1]
    value = {row["authority"]: row["value"] for row in rows if row["year"] == newest and row["value"] is not None}
    names = sorted({row["authority"] for row in rows}, key=lambda name: (-value.get(name, -1), name))
    place: dict[str, Any] = {"labelLimit": LONGEST_NAME, "labelPadding": 12}
    if width == NARROW:
        place = {
            "labelAlign": "left",
            "labelBaseline": "bottom",
            "labelPadding": 0,
            "labelOffset": -above,
            "labelLimit": NARROW - 10,
        }
    axis = alt.Axis(domain=False, ticks=False, labelFontSize=13, labelColor=INK, **place)
    scale = alt.Scale()
    if gap is not None:
        scale = alt.Scale(paddingInner=gap, paddingOuter=gap / 2 if width == WIDE else 0.5)
    return alt.Y("authority:N", sort=names, title=None, axis=axis, scale=scale)


def _axis(domain: list[float], step: float) -> Any:
    count = int((domain[1] - domain[0]) / step)
    values = [domain[0] + step * i for i in range(count + 1)] if count <= 10 else alt.Undefined
    return alt.Axis(
        values=values,
        labelExpr="'' + datum.value",
        grid=True,
        gridColor=GRID,
        domain=False,
        ticks=False,
        labelColor=MUTED,
        labelFontSize=12,
        labelPadding=10,
        orient="top",
    )


def _dressed(chart: Any, rows: list[Row], width: int, step: float) -> Any:
    lines = len({row["authority"] for row in rows})
    return (
        chart.properties(
            width=width - 20,
            height=lines * step,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            padding=4,
        )
        .configure(font=FONT, aria=False)
        .configure_view(stroke=None)
    )

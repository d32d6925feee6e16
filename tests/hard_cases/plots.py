"""Charts drawn the way office programs and plotting libraries write them into a PDF: plain paths and separate texts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.hard_cases.pen import Pen

Values: TypeAlias = Sequence[float | None]
COLOURS = ("#4472c4", "#ed7d31", "#a5a5a5", "#ffc000", "#70ad47")
GREY = "#d9d9d9"


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart: where its axes lie, what the axis says, how values, names and legend are set."""

    left: float
    top: float
    right: float
    foot: float
    names: Sequence[str]
    series: Mapping[str, Values]
    ticks: Sequence[float] = (0, 1, 2, 3, 4, 5)
    pattern: str = "{:g}"
    axis: bool = True
    rules: bool = True
    labels: Literal["none", "tip", "inside", "middle"] = "none"
    label_pattern: str = "{:g}"
    turned: Literal[0, 45, 90] = 0
    legend: Literal["foot", "right", "none"] = "foot"
    size: float = 8.0
    colours: Sequence[str] = COLOURS
    gap: float = 0.4

    def along(self, value: float, *, lying: bool = False) -> float:
        """The place of a value on its axis, on the page."""
        share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.left + share * (self.right - self.left) if lying else self.foot - share * (self.foot - self.top)


def columns(pen: Pen, plot: Plot) -> None:
    """Upright bars, those of one category side by side."""
    _ground(pen, plot, lying=False)
    pitch = (plot.right - plot.left) / len(plot.names)
    thick = pitch * (1 - plot.gap) / len(plot.series)
    for number, values in enumerate(plot.series.values()):
        for place, value in enumerate(values):
            if value is not None:
                left = plot.left + pitch * (place + plot.gap / 2) + thick * number
                pen.fill(left, plot.along(value), left + thick, plot.foot, plot.colours[number])
    for number, values in enumerate(plot.series.values()):
        for place, value in enumerate(values):
            if value is not None and plot.labels != "none":
                middle = plot.left + pitch * (place + plot.gap / 2) + thick * (number + 0.5)
                base = plot.along(value) + {"tip": -3.0, "inside": plot.size + 2}.get(plot.labels, 0.0)
                colour = "#ffffff" if plot.labels == "inside" else "#404040"
                centred(pen, middle, base, plot.label_pattern.format(value), plot.size, colour)
    _names_below(pen, plot, pitch)
    _legend(pen, plot)


def lying(pen: Pen, plot: Plot) -> None:
    """Lying bars, the first category at the top."""
    _ground(pen, plot, lying=True)
    pitch = (plot.foot - plot.top) / len(plot.names)
    thick = pitch * (1 - plot.gap) / len(plot.series)
    for number, values in enumerate(plot.series.values()):
        for place, value in enumerate(values):
            if value is not None:
                top = plot.top + pitch * (place + plot.gap / 2) + thick * number
                end = plot.along(value, lying=True)
                pen.fill(plot.left, top, end, top + thick, plot.colours[number])
                text = plot.label_pattern.format(value)
                base = top + thick / 2 + 0.35 * plot.size
                if plot.labels == "tip":
                    pen.text(end + 4, base, text, size=plot.size)
                elif plot.labels == "inside":
                    width = stringWidth(text, "Helvetica", plot.size)
                    pen.text(end - width - 4, base, text, size=plot.size, colour="#ffffff")
    _names_beside(pen, plot, pitch)
    _legend(pen, plot)


def stacked(pen: Pen, plot: Plot, *, sideways: bool = False, totals: bool = False) -> None:
    """Bars whose series stand upon one another, with a figure in the middle of each piece or the total above."""
    _ground(pen, plot, lying=sideways)
    pitch = ((plot.foot - plot.top) if sideways else (plot.right - plot.left)) / len(plot.names)
    for place in range(len(plot.names)):
        start = (plot.top if sideways else plot.left) + pitch * (place + plot.gap / 2)
        end, reached = start + pitch * (1 - plot.gap), 0.0
        for number, values in enumerate(plot.series.values()):
            value = values[place] or 0.0
            low, high = (plot.along(each, lying=sideways) for each in (reached, reached + value))
            if value:
                box = (low, start, high, end) if sideways else (start, high, end, low)
                pen.fill(*box, plot.colours[number])
                if plot.labels == "middle":
                    x, base = (
                        ((low + high) / 2, (start + end) / 2) if sideways else ((start + end) / 2, (low + high) / 2)
                    )
                    centred(pen, x, base + 0.35 * plot.size, plot.label_pattern.format(value), plot.size, "#ffffff")
            reached += value
        if totals:
            centred(pen, (start + end) / 2, plot.along(reached) - 3, plot.label_pattern.format(reached), plot.size)
    if sideways:
        _names_beside(pen, plot, pitch)
    else:
        _names_below(pen, plot, pitch)
    _legend(pen, plot)


def lines(pen: Pen, plot: Plot, *, markers: bool = True) -> None:
    """A line for each series with a small square at each value."""
    _ground(pen, plot, lying=False)
    pitch = (plot.right - plot.left) / len(plot.names)
    for number, values in enumerate(plot.series.values()):
        points = [(plot.left + pitch * (n + 0.5), plot.along(v)) for n, v in enumerate(values) if v is not None]
        stroke(pen, points, plot.colours[number])
        for x, y in points if markers else ():
            pen.fill(x - 2.5, y - 2.5, x + 2.5, y + 2.5, plot.colours[number])
        for (x, y), value in zip(points, (v for v in values if v is not None), strict=True):
            if plot.labels == "tip":
                centred(pen, x, y - 6, plot.label_pattern.format(value), plot.size)
    _names_below(pen, plot, pitch)
    _legend(pen, plot, strokes=True)


def radar(pen: Pen, plot: Plot) -> None:
    """A closed line for each series around the middle of the plot, with rings and rays behind."""
    x, y = (plot.left + plot.right) / 2, (plot.top + plot.foot) / 2
    radius = min(plot.right - plot.left, plot.foot - plot.top) / 2
    turns = [place * math.tau / len(plot.names) for place in range(len(plot.names))]
    scale = radius / (plot.ticks[-1] - plot.ticks[0])

    def corner(turn: float, value: float) -> tuple[float, float]:
        reach = (value - plot.ticks[0]) * scale
        return x + reach * math.sin(turn), y - reach * math.cos(turn)

    for tick in plot.ticks[1:]:
        stroke(pen, [corner(turn, tick) for turn in turns], GREY, closed=True, width=0.5)
    for turn in turns:
        stroke(pen, [(x, y), corner(turn, plot.ticks[-1])], GREY, width=0.5)
    for number, values in enumerate(plot.series.values()):
        corners = [corner(turn, value or 0.0) for turn, value in zip(turns, values, strict=True)]
        stroke(pen, corners, plot.colours[number], closed=True)
    for tick in plot.ticks:
        ended(pen, x - 4, y - (tick - plot.ticks[0]) * scale + 0.35 * plot.size, plot.pattern.format(tick), plot.size)
    for turn, name in zip(turns, plot.names, strict=True):
        place_x, place_y = x + (radius + 9) * math.sin(turn), y - (radius + 9) * math.cos(turn)
        base = place_y + 0.35 * plot.size + (4 if math.cos(turn) < -0.9 else 0)
        if abs(math.sin(turn)) < 0.1:
            centred(pen, place_x, base, name, plot.size)
        elif math.sin(turn) > 0:
            pen.text(place_x, base, name, size=plot.size)
        else:
            ended(pen, place_x, base, name, plot.size)
    _legend(pen, plot, strokes=True)


def stroke(
    pen: Pen, points: Sequence[tuple[float, float]], colour: str, *, closed: bool = False, width: float = 2.0
) -> None:
    """A line through points, drawn in one go."""
    pen.canvas.saveState()
    pen.canvas.setStrokeColor(HexColor(colour))
    pen.canvas.setLineWidth(width)
    path = pen.canvas.beginPath()
    path.moveTo(points[0][0], pen.height - points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, pen.height - y)
    if closed:
        path.close()
    pen.canvas.drawPath(path, stroke=1, fill=0)
    pen.canvas.restoreState()


def centred(pen: Pen, x: float, base: float, text: str, size: float, colour: str = "#404040") -> None:
    """Text whose middle stands at x."""
    pen.text(x - stringWidth(text, "Helvetica", size) / 2, base, text, size=size, colour=colour)


def ended(pen: Pen, x: float, base: float, text: str, size: float) -> None:
    """Text that ends at x."""
    pen.text(x - stringWidth(text, "Helvetica", size), base, text, size=size, colour="#404040")


def _ground(pen: Pen, plot: Plot, *, lying: bool) -> None:
    """Rules across the plot, the figures of the axis and the base line."""
    for tick in plot.ticks:
        place, text = plot.along(tick, lying=lying), plot.pattern.format(tick)
        if plot.rules and lying:
            pen.rule(place, plot.top, place, plot.foot, GREY)
        elif plot.rules:
            pen.rule(plot.left, place, plot.right, place, GREY)
        if plot.axis and lying:
            centred(pen, place, plot.foot + plot.size + 4, text, plot.size)
        elif plot.axis:
            ended(pen, plot.left - 6, place + 0.35 * plot.size, text, plot.size)
    if lying:
        pen.rule(plot.left, plot.top, plot.left, plot.foot, "#8c8c8c", 0.75)
    else:
        pen.rule(plot.left, plot.foot, plot.right, plot.foot, "#8c8c8c", 0.75)


def _names_below(pen: Pen, plot: Plot, pitch: float) -> None:
    for place, name in enumerate(plot.names):
        middle, size = plot.left + pitch * (place + 0.5), plot.size
        if plot.turned:
            width = stringWidth(name, "Helvetica", size)
            lean = math.radians(plot.turned)
            x = middle - width * math.cos(lean) + 0.35 * size * math.sin(lean)
            pen.text(x, plot.foot + 7 + width * math.sin(lean), name, size=size, angle=plot.turned)
            continue
        for number, line in enumerate(wrapped(name, pitch - 2, size)):
            centred(pen, middle, plot.foot + size + 3 + 1.2 * size * number, line, size)


def _names_beside(pen: Pen, plot: Plot, pitch: float) -> None:
    for place, name in enumerate(plot.names):
        rows = wrapped(name, 110, plot.size)
        middle = plot.top + pitch * (place + 0.5) + 0.35 * plot.size
        for number, line in enumerate(rows):
            ended(pen, plot.left - 6, middle + 1.15 * plot.size * (number - (len(rows) - 1) / 2), line, plot.size)


def wrapped(text: str, room: float, size: float) -> list[str]:
    """The text in lines no longer than the room."""
    rows: list[str] = []
    for word in text.split():
        if rows and stringWidth(f"{rows[-1]} {word}", "Helvetica", size) <= room:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _legend(pen: Pen, plot: Plot, *, strokes: bool = False) -> None:
    if plot.legend == "none":
        return
    x, y = (plot.right + 14, plot.top + 10) if plot.legend == "right" else (plot.left + 20, plot.foot + 92)
    for number, name in enumerate(plot.series):
        colour = plot.colours[number]
        if strokes:
            pen.rule(x - 14, y - 3, x + 6, y - 3, colour, 2)
        else:
            pen.fill(x, y - 6, x + 6, y, colour)
        pen.text(x + 10, y, name, size=plot.size)
        if plot.legend == "right":
            y += 14
        else:
            x += 36 + stringWidth(name, "Helvetica", plot.size)

"""A chart as the finders hand it over, and the page as they look at it: always with the values growing upwards.

Lying bars are upright bars of a turned page: across becomes down. Only the reading direction of the labels differs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.marks import Fill, Marks, Stroke, Trace, Word, around
from extractors.grids.shapes import Point

NUMBER = re.compile(r"[£$€]?\s*([-−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−–]?\d+(?:\.\d+)?)\s*[%kKmM]?")


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a chart as printed, or as measured against the axis; `box` on the page."""

    text: str
    box: Box | None
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One category: its name, where that is printed, and a reading for each series, None where nothing is drawn."""

    name: str
    box: Box | None
    readings: tuple[Reading | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. Where no value is proved `rows` is empty; `unread` names series of which no value is proved.

    `words` are all words that belong to it, `plot` is the box of what is drawn, `box` that of everything.
    """

    box: Box
    plot: Box
    series: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    words: tuple[Word, ...] = ()
    unread: tuple[str, ...] = ()
    has_axis: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it is a chart beyond doubt: its values are proved, or what is drawn stands on its axis."""
        return bool(self.rows) or self.has_axis


@dataclass(frozen=True, slots=True)
class Label:
    """A word as it stands in a view; `number` is its value where it is a figure (0.6 for '60%')."""

    word: Word
    box: Box
    number: float | None
    percent: bool = False

    @property
    def u(self) -> float:
        """The middle across the categories."""
        return (self.box[0] + self.box[2]) / 2

    @property
    def v(self) -> float:
        """The middle along the values, counted downwards."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True, slots=True)
class View:
    """A page seen so that values grow upwards; `lying` where it was turned for that."""

    lying: bool
    labels: tuple[Label, ...]
    fills: tuple[Fill, ...]
    strokes: tuple[Stroke, ...]
    traces: tuple[Trace, ...]
    width: float
    height: float

    def back(self, box: Box) -> Box:
        """A box of the view on the page."""
        return (-box[3], box[0], -box[1], box[2]) if self.lying else box


def view_of(marks: Marks, words: Iterable[Word], *, lying: bool) -> View:
    """The page as it is, or turned so that what grew to the right grows upwards."""

    def there(box: Box) -> Box:
        return turned(box) if lying else box

    def point(place: Point) -> Point:
        return (place[1], -place[0]) if lying else place

    return View(
        lying,
        tuple(_label(word, there(word.box)) for word in words),
        tuple(Fill(there(fill.box), fill.colour, fill.round) for fill in marks.fills),
        tuple(Stroke(there(stroke.box), stroke.colour) for stroke in marks.strokes),
        tuple(
            Trace(tuple(map(point, trace.points)), trace.colour, trace.closed, trace.filled) for trace in marks.traces
        ),
        *((marks.height, marks.width) if lying else (marks.width, marks.height)),
    )


def turned(box: Box) -> Box:
    """A box of the page as it lies in a view whose values grew to the right."""
    return box[1], -box[2], box[3], -box[0]


def once(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words in their order, each of them once; two that are alike stay two."""
    return tuple({id(word): word for word in words}.values())


def box_of(words: Sequence[Word]) -> Box | None:
    """The box around words, None where there are none."""
    return around([word.box for word in words]) if words else None


def stands_in(box: Box, other: Box, slack: float = 1.0) -> bool:
    """Whether the middle of the first box lies in the second."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] - slack <= x <= other[2] + slack and other[1] - slack <= y <= other[3] + slack


def number_in(text: str) -> float | None:
    """The value of a printed figure, a share for a percentage; None for other text."""
    found = NUMBER.fullmatch(text)
    if found is None:
        return None
    value = float(found[1].replace(",", "").replace("−", "-").replace("–", "-"))
    return value / 100 if "%" in text else value


def _label(word: Word, box: Box) -> Label:
    return Label(word, box, number_in(word.text), "%" in word.text)

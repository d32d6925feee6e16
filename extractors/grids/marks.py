"""What stands on a page, whatever program read it: words, strokes and fills, in points from the top left as shown."""

import math
from dataclasses import dataclass, replace

from extractors.document import Box


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as typed, or several of one kind that follow one another without a gap.

    A blank at the end of several tells that one was typed after them, and takes no room. `angle` is the direction in
    degrees, 0 to the right, 90 upwards; `advance` the width.
    `origin` is the pen's place on the base line; `colour` is '#rrggbb' or None where the file does not say.
    """

    text: str
    box: Box
    origin: tuple[float, float]
    advance: float
    size: float
    angle: int = 0
    bold: bool = False
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place. `run` numbers the stretch of text that was typed in one go, `spaced` tells of a blank
    typed after the word."""

    text: str
    box: Box
    size: float
    angle: int = 0
    bold: bool = False
    colour: str | None = None
    run: int = 0
    struck: bool = False
    spaced: bool = False

    def __hash__(self) -> int:
        # words are put into sets by the hundred: where one stands tells it from nearly all others
        return hash(self.box)

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the word."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight level or upright rule; `colour` is '#rrggbb' or None where the file does not say."""

    box: Box
    colour: str | None = None

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.box[2] - self.box[0] >= self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle; `round` where it is a dot or another shape that only nearly fills its box."""

    box: Box
    colour: str
    round: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """A drawn line of several pieces, a slanting line or another outline, by its corners in the order of drawing.

    `closed` where it leads back to its first corner; `filled` where it is the edge of an area, not a line.
    """

    points: tuple[tuple[float, float], ...]
    colour: str | None = None
    closed: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything on one page, fills in the order of painting; `pictures` are the boxes of images,
    `drawings` those of curves and slanting lines, `traces` the corners of these and of stepped lines."""

    width: float
    height: float
    words: tuple[Word, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Box, ...] = ()
    drawings: tuple[Box, ...] = ()
    hidden_words: tuple[Word, ...] = ()
    traces: tuple[Trace, ...] = ()

    def without(self, words: set[Word]) -> "Marks":
        """The same page less some words."""
        if not words:
            return self
        return replace(self, words=tuple(word for word in self.words if word not in words))


def around(boxes: list[Box]) -> Box:
    """The smallest box around all of them."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, feet = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(feet)


def holds(box: Box, point: tuple[float, float], slack: float = 0.0) -> bool:
    """Whether the point lies in the box, or outside by no more than `slack`."""
    return box[0] - slack <= point[0] <= box[2] + slack and box[1] - slack <= point[1] <= box[3] + slack


def shared(first: Box, second: Box) -> float:
    """The area that two boxes have in common."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    return width * height if width > 0 and height > 0 else 0.0


def area(box: Box) -> float:
    """The area of a box."""
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def along(box: Box, angle: int) -> Box:
    """The box in a frame whose first axis is the reading direction, for text turned by `angle` degrees.

    For upright text nothing changes. For text that runs upwards (90) the first axis counts from the page's
    foot to its head as negative numbers, the second from left to right.
    """
    if angle == 0:
        return box
    turned = [_turned(x, y, angle) for x in (box[0], box[2]) for y in (box[1], box[3])]
    return around([(u, v, u, v) for u, v in turned])


def _turned(x: float, y: float, angle: int) -> tuple[float, float]:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return x * cos - y * sin, x * sin + y * cos

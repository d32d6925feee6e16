"""A page whose table was typed sideways: the marks turned upright, and the way back for boxes."""

from collections import Counter
from dataclasses import dataclass, replace

from extractors.document import Box
from extractors.grids.marks import Fill, Marks, Stroke, Trace

_LEAST_WORDS = 12
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page of this width and height was turned: by 0, 90 (text ran upwards) or 270 degrees (downwards)."""

    angle: int
    width: float
    height: float

    def there(self, box: Box) -> Box:
        """A box of the page in the turned frame."""
        x0, top, x1, bottom = box
        if self.angle == 90:
            return self.height - bottom, x0, self.height - top, x1
        if self.angle == 270:
            return top, self.width - x1, bottom, self.width - x0
        return box

    def back(self, box: Box) -> Box:
        """A box of the turned frame on the page."""
        x0, top, x1, bottom = box
        if self.angle == 90:
            return top, self.height - x1, bottom, self.height - x0
        if self.angle == 270:
            return self.width - bottom, x0, self.width - top, x1
        return box


def upright(marks: Marks) -> tuple[Marks, Turn]:
    """The page turned so that most of its text reads from left to right."""
    turn = Turn(_main_angle(marks), marks.width, marks.height)
    return (turned(marks, turn), turn) if turn.angle else (marks, turn)


def turned(marks: Marks, turn: Turn) -> Marks:
    """The marks in the turned frame, each word in the place that it had."""
    return replace(
        marks,
        width=marks.height,
        height=marks.width,
        words=tuple(
            replace(word, box=turn.there(word.box), angle=(word.angle - turn.angle) % 360) for word in marks.words
        ),
        strokes=tuple(Stroke(turn.there(stroke.box), stroke.colour) for stroke in marks.strokes),
        fills=tuple(Fill(turn.there(fill.box), fill.colour, fill.round) for fill in marks.fills),
        pictures=tuple(turn.there(box) for box in marks.pictures),
        drawings=tuple(turn.there(box) for box in marks.drawings),
        traces=tuple(_turned(trace, turn) for trace in marks.traces),
    )


def _turned(trace: Trace, turn: Turn) -> Trace:
    places = (turn.there((x, y, x, y)) for x, y in trace.points)
    return replace(trace, points=tuple((x, y) for x, y, _, _ in places))


def _main_angle(marks: Marks) -> int:
    counts = Counter(word.angle for word in marks.words)
    if not counts:
        return 0
    angle, count = counts.most_common(1)[0]
    if angle in (90, 270) and count >= _LEAST_WORDS and count >= _MOST * len(marks.words):
        return angle
    return 0

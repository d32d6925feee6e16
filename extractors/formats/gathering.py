"""What a reader of PDF pages gathers object by object, and the Marks that come of it, whichever program reads."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from extractors.document import Box
from extractors.formats.unseen import is_unseen
from extractors.grids.edges import WHITE, without_text_rules
from extractors.grids.marks import Fill, Glyph, Marks, Stroke, Trace, Word, area, holds
from extractors.grids.shapes import Point, filled_share, is_rectilinear, on_curve
from extractors.grids.words import words_of

_BOX_SHARE = 0.85
_DOT_SHARE = 0.7
_MOST_BLANK = 0.4
_THIN = 2.5
_CURVE_STEPS = 8
_MOST_CORNERS = 400
_MOST_TRACES = 5000


class Picture(Protocol):
    """What must be known of a painted page."""

    def is_blank(self, box: Box) -> bool:
        """Whether the box is all of one colour."""

    def colour(self, box: Box) -> str | None:
        """The commonest colour of the box."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One closed or open piece of a path, in points from the top left as shown.

    `corners` are the ends of its pieces, `curves` for each corner the two control points of the curve that leads
    to it, None for a straight piece. A colour is None where the file does not tell it; `line` marks a path of two ends.
    """

    corners: Sequence[Point]
    curves: Sequence[tuple[Point, Point] | None]
    closed: bool
    filled: bool
    stroked: bool
    fill_colour: str | None = None
    stroke_colour: str | None = None
    line: bool = False

    @property
    def straight(self) -> bool:
        """Whether it has no curve."""
        return not any(self.curves)

    @property
    def flattened(self) -> list[Point]:
        """Points along it, each curve taken in eight steps."""
        points: list[Point] = []
        for corner, curve in zip(self.corners, self.curves, strict=True):
            if curve and points:
                start = points[-1]
                steps = range(1, _CURVE_STEPS + 1)
                points += [on_curve(start, *curve, corner, step / _CURVE_STEPS) for step in steps]
            else:
                points.append(corner)
        return points


@dataclass(slots=True)
class Gathering:
    """One page as it fills with what is painted on it, in the order of painting; `width` and `height` as shown.

    `picture` paints the page when it is first asked for, or gives None where the page is not to be painted.
    """

    width: float
    height: float
    picture: Callable[[], Picture | None]
    glyphs: list[Glyph] = field(default_factory=list)
    unseen: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    drawings: list[Box] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    _broad: dict[str, list[Box]] = field(default_factory=lambda: {WHITE: []})
    _near: dict[str, list[str]] = field(default_factory=dict)

    def add_outline(self, outline: Outline, box: Box) -> None:
        """A path: its sides as strokes, itself as a fill, or as a drawing where it is neither."""
        self._add_trace(outline, box)
        if outline.line:
            self._add_line(outline, box)
            return
        straight = outline.straight
        share = filled_share(list(outline.corners) if straight else outline.flattened, box)
        if outline.filled and share >= _DOT_SHARE:
            self._add_fill(box, outline.fill_colour, share)
        elif share < _DOT_SHARE and not (straight and is_rectilinear(list(outline.corners))):
            self.drawings.append(box)
        if outline.stroked and straight:
            self._add_sides(outline)

    def add_picture(self, box: Box) -> None:
        """An image, cut at the page's edge."""
        cut = max(box[0], 0.0), max(box[1], 0.0), min(box[2], self.width), min(box[3], self.height)
        if area(cut) > 0:
            self.pictures.append(cut)

    def hide(self, glyphs: Collection[int]) -> None:
        """Set glyphs apart that do not show, told by their identity."""
        if glyphs:
            self.unseen += [glyph for glyph in self.glyphs if id(glyph) in glyphs]
            self.glyphs = [glyph for glyph in self.glyphs if id(glyph) not in glyphs]

    def is_on_page(self, box: Box) -> bool:
        """Whether the middle of the box lies on the page."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return 0 <= x <= self.width and 0 <= y <= self.height

    def is_like_its_ground(self, glyph: Glyph) -> bool:
        """Whether what has been painted so far under the glyph has the colour of the glyph."""
        if glyph.colour is None:
            return False
        near = self._near.get(glyph.colour)
        if near is None:
            near = [colour for colour in self._broad if is_unseen(glyph.colour, colour)]
            self._near[glyph.colour] = near
        if not near or not glyph.text.strip():
            return False
        point = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
        if not any(colour == WHITE or any(holds(box, point) for box in self._broad[colour]) for colour in near):
            return False
        under = next(
            (fill.colour for fill in reversed(self.fills) if holds(fill.box, point) and _is_broad(fill)), WHITE
        )
        return is_unseen(glyph.colour, under)

    def marks(self, doubtful: Callable[[Word], bool]) -> Marks:
        """The marks of the page; `doubtful` says of which words it must be looked up whether the picture shows them."""
        words, blank = self._shown(words_of(self.glyphs), doubtful)
        kept, struck = without_text_rules(self.strokes, words)
        thin = [Stroke(fill.box, fill.colour) for fill in self.fills if fill.box[3] - fill.box[1] < _THIN]
        struck |= without_text_rules(thin, words)[1]
        return Marks(
            self.width,
            self.height,
            tuple(replace(word, struck=True) if word in struck else word for word in words) if struck else tuple(words),
            tuple(kept),
            tuple(fill for fill in self.fills if not _is_strike(fill, struck)) if struck else tuple(self.fills),
            tuple(self.pictures),
            tuple(self.drawings),
            (*words_of(self.unseen), *blank),
            tuple(self.traces),
        )

    def _add_trace(self, outline: Outline, box: Box) -> None:
        """The corners of a line or outline; boxes, level and upright lines are told as fills and strokes."""
        width, height = box[2] - box[0], box[3] - box[1]
        is_plain = len(outline.corners) == 2 and min(width, height) <= 1.0
        is_box = outline.closed and len(outline.corners) == 4 and is_rectilinear(list(outline.corners))
        many = len(outline.corners) > _MOST_CORNERS or len(self.traces) >= _MOST_TRACES
        if not (outline.filled or outline.stroked) or is_plain or is_box or many or max(width, height) < 1:
            return
        colour = outline.stroke_colour if outline.stroked else outline.fill_colour
        self.traces.append(Trace(tuple(outline.corners), colour, outline.closed, outline.filled))

    def _add_line(self, outline: Outline, box: Box) -> None:
        if outline.stroked and min(box[2] - box[0], box[3] - box[1]) <= 1.0:
            self.strokes.append(Stroke(box, outline.stroke_colour))
        elif outline.stroked:
            self.drawings.append(box)

    def _add_fill(self, box: Box, colour: str | None, share: float) -> None:
        if colour is None:
            picture = self.picture()
            colour = picture.colour(box) if picture else None
        if colour:
            self.fills.append(Fill(box, colour, round=share < _BOX_SHARE))
            if colour not in self._broad:
                self._broad[colour] = []
                self._near.clear()
            self._broad[colour].append(box)

    def _add_sides(self, outline: Outline) -> None:
        corners = [*outline.corners, outline.corners[0]] if outline.closed else outline.corners
        for (x0, y0), (x1, y1) in pairwise(corners):
            if min(abs(x1 - x0), abs(y1 - y0)) <= 0.5:
                side = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
                self.strokes.append(Stroke(side, outline.stroke_colour))

    def _shown(self, words: list[Word], doubtful: Callable[[Word], bool]) -> tuple[list[Word], list[Word]]:
        """Words that the painted page shows, and those it does not.

        Where it shows few of them the painting failed (a font that cannot be drawn), not the words.
        """
        asked = [word for word in words if any(map(str.isalnum, word.text)) and doubtful(word)]
        picture = self.picture() if asked else None
        if picture is None:
            return words, []
        blank = [word for word in asked if picture.is_blank(_core(word.box))]
        if len(blank) > _MOST_BLANK * len(words):
            return words, []
        gone = set(map(id, blank))
        return [word for word in words if id(word) not in gone], blank


def _is_broad(fill: Fill) -> bool:
    """Whether text can hide in front of it: a letter that a black rule crosses does not."""
    return min(fill.box[2] - fill.box[0], fill.box[3] - fill.box[1]) >= _THIN


def _core(box: Box) -> Box:
    """The box less its upper and lower edge, where rules and neighbours may show."""
    trim = 0.12 * (box[3] - box[1])
    return box[0], box[1] + trim, box[2], box[3] - trim


def _is_strike(fill: Fill, struck: set[Word]) -> bool:
    if fill.box[3] - fill.box[1] >= _THIN:
        return False
    middle = (fill.box[1] + fill.box[3]) / 2
    return any(word.box[1] < middle < word.box[3] and word.box[0] - 3 <= fill.box[0] <= word.box[2] for word in struck)

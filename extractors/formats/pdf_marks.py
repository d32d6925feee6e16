"""One page of a PDF -> Marks: every character, rule, fill and picture, placed as the page is shown.

The only file that knows pdfplumber (and pdfminer under it). pdfplumber opens pages one by one; the layout
objects of pdfminer are read directly because the dictionaries that pdfplumber makes of them cost most of its time.
"""

import math
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import pdfplumber
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTLine, LTRect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.document import Box
from extractors.errors import DamagedPaper
from extractors.formats.pdf_colours import distance, hex_colour
from extractors.grids.edges import without_text_rules
from extractors.grids.marks import Fill, Glyph, Marks, Stroke, Word, area, holds
from extractors.grids.shapes import filled_share, is_rectilinear, on_curve
from extractors.grids.words import words_of

_UNREADABLE = (
    PdfminerException,
    PDFException,
    PSException,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    RecursionError,
    AttributeError,
    AssertionError,
    OverflowError,
    MalformedPDFException,
    struct.error,
    zlib.error,
)
"""What pdfminer and pdfplumber raise on files and pages that they cannot interpret."""

_BOX_SHARE = 0.85
_DOT_SHARE = 0.7
_MOST_BLANK = 0.4
_SAME_COLOUR = 9
_BULLET_CODES = {"(cid:127)", "(cid:149)", "(cid:183)"}
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf06e": "■", "\u0002": "-"}


class UnreadablePage(Exception):
    """One page of a file that is otherwise readable; the message says what is wrong with it."""


class Picture(Protocol):
    """What must be known of a painted page."""

    def is_blank(self, box: Box) -> bool:
        """Whether the box is all of one colour."""

    def colour(self, box: Box) -> str | None:
        """The commonest colour of the box."""


class MarkedPages:
    """An open PDF whose pages can be asked for their marks, in any order; each is freed again at once."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages

    def marks(self, number: int, hidden: Sequence[Box] = (), picture: Picture | None = None) -> Marks:
        """The marks of a page, counted from 1.

        Characters within `hidden` are set apart; so are words of which `picture`, the page as painted, shows nothing.

        Raises:
            UnreadablePage: pdfminer cannot interpret the page.
        """
        if number > len(self._pages):
            raise UnreadablePage("is not in the list of pages")
        page = self._pages[number - 1]
        try:
            device, shown = _device(page), _shown(page)
        except _UNREADABLE as error:
            raise UnreadablePage("could not be taken apart") from error
        finally:
            page.close()
        return _marks(device, shown, hidden, picture)


@contextmanager
def marked_pages(path: Path) -> Iterator[MarkedPages]:
    """The file opened for reading marks.

    Raises:
        DamagedPaper: its objects contradict one another.
    """
    # pdfplumber's own close() visits every page once more and fails on a bad one: the stream is closed here
    with path.open("rb") as stream:
        try:
            pages = pdfplumber.open(stream).pages
        except _UNREADABLE as error:
            raise DamagedPaper("PDF", "its parts contradict one another") from error
        yield MarkedPages(pages)


class _Device(PDFPageAggregator):
    """Collects the layout objects, and for each path the colour spaces that it is filled and stroked in."""

    def __init__(self, page: Any) -> None:
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
        self.spaces: dict[tuple[int, int], tuple[str, str]] = {}

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        before = len(self.cur_item)
        super().paint_path(gstate, stroke, fill, evenodd, path)
        for place in range(before, len(self.cur_item)):
            self.spaces[id(self.cur_item), place] = gstate.ncs.name, gstate.scs.name

    def items(self) -> Iterator[tuple[Any, tuple[str, str]]]:
        """Every object of the page in the order of painting, with its colour spaces for filling and stroking."""
        return self._inside(self.get_result())

    def _inside(self, container: Any) -> Iterator[tuple[Any, tuple[str, str]]]:
        for place, item in enumerate(container):
            if isinstance(item, LTFigure):
                yield from self._inside(item)
            else:
                yield item, self.spaces.get((id(container), place), ("DeviceGray", "DeviceGray"))


def _device(page: Any) -> _Device:
    device = _Device(page)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return device


def _shown(page: Any) -> Box:
    """The crop box in pdfminer's frame: y upwards from the foot of the turned media box."""
    raw = page.page_obj
    x0, y0, x1, y1 = raw.mediabox
    crop = raw.cropbox or raw.mediabox
    left, low = max(min(crop[0], crop[2]), min(x0, x1)), max(min(crop[1], crop[3]), min(y0, y1))
    right, high = min(max(crop[0], crop[2]), max(x0, x1)), min(max(crop[1], crop[3]), max(y0, y1))
    if right - left < 1 or high - low < 1:
        left, low, right, high = x0, y0, x1, y1
    turns = {
        90: (low - y0, x1 - right, high - y0, x1 - left),
        180: (x1 - right, y1 - high, x1 - left, y1 - low),
        270: (y1 - high, left - x0, y1 - low, right - x0),
    }
    return turns.get(raw.rotate % 360, (left - x0, low - y0, right - x0, high - y0))


def _marks(device: _Device, shown: Box, hidden: Sequence[Box], picture: Picture | None) -> Marks:
    width, height = shown[2] - shown[0], shown[3] - shown[1]
    glyphs: list[Glyph] = []
    unseen: list[Glyph] = []
    strokes: list[Stroke] = []
    fills: list[Fill] = []
    pictures: list[Box] = []
    drawings: list[Box] = []
    colours = {"#ffffff"}
    for item, spaces in device.items():
        if isinstance(item, LTChar):
            glyph = _glyph(item, shown)
            if glyph and _in_page(glyph, width, height):
                (unseen if _is_unseen(glyph, fills, colours, hidden) else glyphs).append(glyph)
        elif isinstance(item, LTCurve):
            _add_path(item, spaces, shown, strokes, fills, drawings, picture)
            colours |= {fill.colour for fill in fills[-1:]}
        elif isinstance(item, LTImage):
            pictures.append(_clipped(_box(item.bbox, shown), width, height))
    words, blank = _seen(words_of(glyphs), picture)
    kept, struck = without_text_rules(strokes, words)
    thin = [Stroke(fill.box, fill.colour) for fill in fills if fill.box[3] - fill.box[1] < 2.5]
    struck |= without_text_rules(thin, words)[1]
    return Marks(
        width,
        height,
        tuple(_with_strike(word) if word in struck else word for word in words),
        tuple(kept),
        tuple(fill for fill in fills if not _is_strike(fill, struck)),
        tuple(box for box in pictures if area(box) > 0),
        tuple(drawings),
        (*words_of(unseen), *blank),
    )


def _seen(words: list[Word], picture: Picture | None) -> tuple[list[Word], list[Word]]:
    """Words that the painted page shows, and those it does not.

    Where it shows few of them the painting failed (a font that cannot be drawn), not the words.
    """
    if picture is None:
        return words, []
    blank = [word for word in words if any(map(str.isalnum, word.text)) and picture.is_blank(_core(word.box))]
    if len(blank) > _MOST_BLANK * len(words):
        return words, []
    gone = set(map(id, blank))
    return [word for word in words if id(word) not in gone], blank


def _core(box: Box) -> Box:
    """The box less its upper and lower edge, where rules and neighbours may show."""
    trim = 0.12 * (box[3] - box[1])
    return box[0], box[1] + trim, box[2], box[3] - trim


def _box(bbox: tuple[float, float, float, float], shown: Box) -> Box:
    x0, low, x1, high = bbox
    return x0 - shown[0], shown[3] - high, x1 - shown[0], shown[3] - low


def _clipped(box: Box, width: float, height: float) -> Box:
    return max(box[0], 0.0), max(box[1], 0.0), min(box[2], width), min(box[3], height)


def _glyph(char: LTChar, shown: Box) -> Glyph | None:
    text = char.get_text()
    if text.startswith("(cid:"):
        text = "•" if text in _BULLET_CODES else "\ufffd"
    text = _BULLETS.get(text, text)
    if not text or (ord(text[0]) < 32 and text not in "\t"):
        return None
    a, b, _, _, e, f = char.matrix
    scale = math.hypot(a, b) or 1.0
    angle = round(math.degrees(math.atan2(b, a))) % 360
    for straight in (0, 90, 180, 270, 360):
        if abs(angle - straight) <= 2:
            angle = straight % 360
    advance = abs(char.adv * scale)
    box = _box(char.bbox, shown)
    name = char.fontname if isinstance(char.fontname, str) else ""
    return Glyph(
        text,
        box,
        (e - shown[0], shown[3] - f),
        advance,
        max(_size(char, angle, advance), 0.1),
        angle,
        any(weight in name.lower() for weight in ("bold", "black", "heavy", "semib", "demi")),
        hex_colour(char.graphicstate.ncolor, char.ncs.name),
    )


def _size(char: LTChar, angle: int, advance: float) -> float:
    """The type size out of the box around a turned character."""
    cos, sin = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    if cos >= sin:
        return float(char.height - advance * sin) / cos
    return float(char.width - advance * cos) / sin


def _in_page(glyph: Glyph, width: float, height: float) -> bool:
    x, y = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
    return 0 <= x <= width and 0 <= y <= height


def _is_unseen(glyph: Glyph, fills: list[Fill], colours: set[str], hidden: Sequence[Box]) -> bool:
    """Whether the character has the colour of what lies under it, or was set in an invisible mode."""
    if not glyph.text.strip():
        return False
    point = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
    if any(holds(box, point) for box in hidden):
        return True
    if glyph.colour is None or not any(distance(colour, glyph.colour) < _SAME_COLOUR for colour in colours):
        return False
    under = next((fill.colour for fill in reversed(fills) if holds(fill.box, point)), "#ffffff")
    return distance(under, glyph.colour) < _SAME_COLOUR


def _add_path(
    path: Any,
    spaces: tuple[str, str],
    shown: Box,
    strokes: list[Stroke],
    fills: list[Fill],
    drawings: list[Box],
    picture: Picture | None,
) -> None:
    box = _box(path.bbox, shown)
    if isinstance(path, LTLine):
        if path.stroke and min(box[2] - box[0], box[3] - box[1]) <= 1.0:
            strokes.append(Stroke(box, hex_colour(path.stroking_color, spaces[1])))
        elif path.stroke:
            drawings.append(box)
        return
    points = [(x - shown[0], shown[3] - y) for x, y in path.pts]
    straight = "c" not in {str(step[0]) for step in path.original_path or []}
    share = filled_share(points, box) if straight else filled_share(_curved(path, shown), box)
    if path.fill and share >= _DOT_SHARE:
        colour = hex_colour(path.non_stroking_color, spaces[0]) or (picture.colour(box) if picture else None)
        if colour:
            fills.append(Fill(box, colour, round=share < _BOX_SHARE))
    elif share < _DOT_SHARE and not (straight and is_rectilinear(points)):
        drawings.append(box)
    if path.stroke and straight:
        colour = hex_colour(path.stroking_color, spaces[1])
        closed = isinstance(path, LTRect) or str((path.original_path or [("",)])[-1][0]) == "h"
        for (x0, y0), (x1, y1) in pairwise([*points, points[0]] if closed else points):
            if min(abs(x1 - x0), abs(y1 - y0)) <= 0.5:
                strokes.append(Stroke((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), colour))


def _curved(path: Any, shown: Box) -> list[tuple[float, float]]:
    """Points along a path with curves, each curve taken in eight steps."""
    points: list[tuple[float, float]] = []
    for step in path.original_path or []:
        ends: Any = step[1:]
        places = [(float(x) - shown[0], shown[3] - float(y)) for x, y in ends]
        if step[0] == "c" and len(places) == 3 and points:
            start, (second, third, end) = points[-1], places
            points += [on_curve(start, second, third, end, part / 8) for part in range(1, 9)]
        elif places:
            points.append(places[-1])
    return points


def _is_strike(fill: Fill, struck: set[Word]) -> bool:
    if fill.box[3] - fill.box[1] >= 2.5:
        return False
    middle = (fill.box[1] + fill.box[3]) / 2
    return any(word.box[1] < middle < word.box[3] and word.box[0] - 3 <= fill.box[0] <= word.box[2] for word in struck)


def _with_strike(word: Word) -> Word:
    return replace(word, struck=True)

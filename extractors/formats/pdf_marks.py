"""One page of a PDF -> Marks: every character, rule, fill and picture, placed as the page is shown.

The only file that knows pdfplumber (and pdfminer under it). pdfplumber opens pages one by one; the layout
objects of pdfminer are read directly because the dictionaries that pdfplumber makes of them cost most of its time.
"""

import io
import logging
import math
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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
from extractors.formats.fonts import is_bold
from extractors.formats.gathering import Gathering, Outline, Picture
from extractors.formats.pdf_colours import hex_colour
from extractors.formats.symbols import printed
from extractors.grids.marks import Glyph, Marks, holds
from extractors.grids.shapes import Point

# What it mends in silence is no news for a person; what it cannot mend is told by this file's errors.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

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

_BLANK = 32
_BULLET_CODES = {"(cid:127)", "(cid:149)", "(cid:183)"}
_PICTURED = ("symbol", "zapfdingbats", "wingdings", "webdings")
_BULLETS = {"\uf0b7": "•", "\u0002": "-"}


class UnreadablePage(Exception):
    """One page of a file that is otherwise readable; the message says what is wrong with it."""


class MarkedPages:
    """An open PDF whose pages can be asked for their marks, in any order; each is freed again at once."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages

    def marks(
        self, number: int, hidden: Sequence[Box] = (), picture: Picture | None = None, part: Box | None = None
    ) -> Marks:
        """The marks of a page, counted from 1; of its characters only those in `part` of it, where that is told.

        Characters within `hidden` are set apart; so are words of which `picture`, the page as painted, shows nothing.

        Raises:
            UnreadablePage: pdfminer cannot interpret the page.
        """
        if number > len(self._pages):
            raise UnreadablePage("is not in the list of pages")
        page = self._pages[number - 1]
        try:
            shown = _shown(page)
            device = _device(page, _stored(part, shown) if part else None)
        except _UNREADABLE as error:
            raise UnreadablePage("could not be taken apart") from error
        finally:
            page.close()
        return _marks(device, shown, hidden, picture, part)


@contextmanager
def marked_pages(paper: Path | bytes) -> Iterator[MarkedPages]:
    """A file, or the bytes of one, opened for reading marks.

    Raises:
        DamagedPaper: its objects contradict one another.
    """
    # pdfplumber's own close() visits every page once more and fails on a bad one: the stream is closed here
    with io.BytesIO(paper) if isinstance(paper, bytes) else paper.open("rb") as stream:
        try:
            pages = pdfplumber.open(stream).pages
        except _UNREADABLE as error:
            raise DamagedPaper("PDF", "its parts contradict one another") from error
        yield MarkedPages(pages)


class _Device(PDFPageAggregator):
    """Collects the layout objects, and for each path the colour spaces that it is filled and stroked in."""

    def __init__(self, page: Any, part: Box | None) -> None:
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
        self._part = part
        self._widths: dict[int, dict[int, float]] = defaultdict(dict)
        self.spaces: dict[tuple[int, int], tuple[str, str]] = {}

    def render_string_horizontal(self, seq: Any, matrix: Any, pos: Point, font: Any, *rest: Any) -> Point:
        """Text above or below the part that is wanted moves the pen and leaves nothing behind."""
        _, slant, _, stretch, _, foot = matrix
        place = foot + stretch * pos[1]
        if not self._part or slant or self._part[1] < place < self._part[3]:
            return super().render_string_horizontal(seq, matrix, pos, font, *rest)
        return self._moved(seq, pos, font, *rest[:6])

    def _moved(
        self,
        seq: Any,
        pos: Point,
        font: Any,
        size: float,
        scaling: float,
        room: float,
        after: float,
        _: float,
        step: float,
    ) -> Point:
        """Where the pen stands after a piece of level text; `room` is put between characters, `after` after blanks."""
        x, gap, widths = pos[0], 0.0, self._widths[id(font)]
        for part in seq:
            if isinstance(part, bytes):
                for code in font.decode(part):
                    width = widths.get(code)
                    if width is None:
                        width = widths[code] = float(font.char_width(code))
                    x += gap + width * size * scaling + (after if code == _BLANK else 0.0)
                    gap = room
            elif isinstance(part, int | float):
                x, gap = x - part * step, room
        return x, pos[1]

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


def _device(page: Any, part: Box | None) -> _Device:
    device = _Device(page, part)
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


def _marks(device: _Device, shown: Box, hidden: Sequence[Box], picture: Picture | None, part: Box | None) -> Marks:
    gathered = Gathering(shown[2] - shown[0], shown[3] - shown[1], lambda: picture)
    for item, spaces in device.items():
        if isinstance(item, LTChar):
            glyph = _glyph(item, shown)
            if glyph and gathered.is_on_page(glyph.box) and (part is None or holds(part, _middle(glyph.box))):
                unseen = _is_hidden(glyph, hidden) or gathered.is_like_its_ground(glyph)
                (gathered.unseen if unseen else gathered.glyphs).append(glyph)
        elif isinstance(item, LTCurve):
            gathered.add_outline(_outline(item, spaces, shown), _box(item.bbox, shown))
        elif isinstance(item, LTImage):
            gathered.add_picture(_box(item.bbox, shown))
    return gathered.marks(lambda _: True)


def _stored(box: Box, shown: Box) -> Box:
    """A box of the page as shown in pdfminer's frame."""
    return box[0] + shown[0], shown[3] - box[3], box[2] + shown[0], shown[3] - box[1]


def _box(bbox: tuple[float, float, float, float], shown: Box) -> Box:
    x0, low, x1, high = bbox
    return x0 - shown[0], shown[3] - high, x1 - shown[0], shown[3] - low


def _glyph(char: LTChar, shown: Box) -> Glyph | None:
    text = char.get_text()
    if text.startswith("(cid:"):
        text = "•" if text in _BULLET_CODES else "\ufffd"
    text = _BULLETS.get(text) or printed(text, None) or text
    if text.isalpha() and _is_pictured(char.fontname):
        # pdfminer knows the letters of these fonts by their places in another one
        text = "\ufffd"
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
        is_bold(name),
        hex_colour(char.graphicstate.ncolor, char.ncs.name),
    )


def _is_pictured(font: object) -> bool:
    return isinstance(font, str) and font.rpartition("+")[2].lower().startswith(_PICTURED)


def _size(char: LTChar, angle: int, advance: float) -> float:
    """The type size out of the box around a turned character."""
    cos, sin = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    if cos >= sin:
        return float(char.height - advance * sin) / cos
    return float(char.width - advance * cos) / sin


def _is_hidden(glyph: Glyph, hidden: Sequence[Box]) -> bool:
    return bool(glyph.text.strip()) and any(holds(box, _middle(glyph.box)) for box in hidden)


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _outline(path: Any, spaces: tuple[str, str], shown: Box) -> Outline:
    steps: list[Any] = path.original_path or []
    corners = [(x - shown[0], shown[3] - y) for x, y in path.pts]
    curves: list[tuple[Point, Point] | None] = [None] * len(corners)
    if any(str(step[0]) == "c" for step in steps):
        corners, curves = _curved(steps, shown)
    return Outline(
        corners,
        curves,
        closed=isinstance(path, LTRect) or (bool(steps) and str(steps[-1][0]) == "h"),
        filled=bool(path.fill),
        stroked=bool(path.stroke),
        fill_colour=hex_colour(path.non_stroking_color, spaces[0]),
        stroke_colour=hex_colour(path.stroking_color, spaces[1]),
        line=isinstance(path, LTLine),
    )


def _curved(steps: Sequence[Any], shown: Box) -> tuple[list[Point], list[tuple[Point, Point] | None]]:
    """The ends of a path's pieces, and the control points of those that are curves."""
    corners: list[Point] = []
    curves: list[tuple[Point, Point] | None] = []
    for step in steps:
        places = [(float(x) - shown[0], shown[3] - float(y)) for x, y in step[1:]]
        if places:
            corners.append(places[-1])
            curves.append((places[0], places[1]) if str(step[0]) == "c" and len(places) == 3 else None)
    return corners, curves

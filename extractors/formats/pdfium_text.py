"""The text objects of a page as pdfium reads them -> stretches of characters without a blank, each with its place.

Per character only its box is asked for: what it says comes for the whole page at once, how its box and its width go
together is asked once for each font, and direction, size, colour and font are the same all through a text object.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.formats import pdfium_calls as call
from extractors.formats.fonts import is_bold
from extractors.formats.frames import Frame
from extractors.formats.symbols import printed
from extractors.grids.marks import Glyph
from extractors.grids.settings import USUAL, GridSettings
from extractors.grids.shapes import Point

_BULLET_CODES = (127, 149, 183)
_BULLET = "\uf0b7"
_PICTURED = re.compile(r"(?:[a-z]{6}\+)?(wingdings|webdings) ?([23]?)\b")
_UNKNOWN = "\ufffd"
_LINE_HYPHEN, _DROPPED_HYPHEN = "\x02", "\ufffe"
_STRAIGHT = 1e-4
_LONGEST_NAME = 256
_MOST_OVERLAP_EM = 0.5
_MOST_OVERHANG_EM = 0.4
_BLANK_EM = 0.25
_ROUNDING_EM = 0.02


@dataclass(frozen=True, slots=True)
class _Font:
    """What is known of a font, and of the signs met so far: their measures, those whose meaning it tells.

    `pictured` names it where its letters print as pictures.
    """

    pointer: int
    bold: bool
    descent: float
    measures: dict[str, "_Measures"]
    mapped: set[str]
    pictured: str | None = None


@dataclass(frozen=True, slots=True)
class _Measures:
    """A sign in ems: how long its box is, how far before the pen the box begins, how far the pen moves on."""

    extent: float
    overhang: float
    advance: float


@dataclass(frozen=True, slots=True)
class _Course:
    """How a text object runs in the page's own frame: its direction, the vector of its height, its size, its font.

    `em` is the width of a sign as wide as its size, `across` the base line's distance from the frame's corner.
    """

    along: Point
    upwards: Point
    across: float
    size: float
    em: float
    font: _Font

    @property
    def straight(self) -> bool:
        """Whether it runs level or upright and its letters do not lean, so that boxes tell the widths."""
        (ux, uy), (up_x, up_y) = self.along, self.upwards
        return min(abs(ux), abs(uy)) < _STRAIGHT and abs(ux * up_x + uy * up_y) < _STRAIGHT * self.size

    def sides(self, boxes: "ctypes.Array[ctypes.c_float]") -> tuple[list[float], list[float]]:
        """From boxes of left, top, right and foot: the sides that come first along the text, and those that end it."""
        ux, uy = self.along
        if abs(ux) > abs(uy):
            lefts, rights = boxes[0::4], boxes[2::4]
            return (lefts, rights) if ux > 0 else ([-x for x in rights], [-x for x in lefts])
        tops, feet = boxes[1::4], boxes[3::4]
        return (feet, tops) if uy > 0 else ([-y for y in tops], [-y for y in feet])


class PageText:
    """The characters of one open text page of pdfium, kept by the text object that paints them."""

    def __init__(self, textpage: int, settings: GridSettings = USUAL) -> None:
        self._textpage = textpage
        self._gap = settings.word_gap_em
        self._fonts: dict[int, _Font] = {}
        self._floats = (ctypes.c_float * 6)()
        self._doubles = (ctypes.c_double * 4)()
        self._place, self._pens = ctypes.addressof(self._floats), ctypes.addressof(self._doubles)
        self._text = self._all_text(call.count_characters(textpage))
        self._spans = self._spans_of_objects()

    def stretches(self, text_object: int, placed: Frame, shown: Frame, colour: str | None) -> list[Glyph]:
        """What a text object shows, cut at blanks and gaps; each run of blanks is one stretch of its own.

        `shown` leads from the page's own frame to the page as shown, `placed` from that of the form that holds the
        object, the same where no form does.
        """
        spans = self._spans.get(text_object)
        if spans is None:
            return self._blank(text_object, placed, colour)
        return [glyph for first, stop in spans for glyph in self._read(text_object, first, stop, shown, colour)]

    def _all_text(self, count: int) -> str:
        if count <= 0:
            return ""
        units = (ctypes.c_ushort * (count + 1))()
        if call.text_of(self._textpage, 0, count, ctypes.addressof(units)) == count + 1:
            text = bytes(units)[: 2 * count].decode("utf-16-le", errors="surrogatepass")
            if len(text) == count:
                return text
        # characters beyond the first 65536, or some that the text leaves out: then each must be asked for
        codes = (call.code_point(self._textpage, place) for place in range(count))
        return "".join(chr(code) if code < 0x110000 else _UNKNOWN for code in codes)

    def _spans_of_objects(self) -> dict[int, list[tuple[int, int]]]:
        """Where the characters of each text object stand in the text; its end is sought by leaps."""
        spans: dict[int, list[tuple[int, int]]] = {}
        textpage, count, first = self._textpage, len(self._text), 0
        while first < count:
            owner = call.text_object_of(textpage, first)
            if not owner:
                first += 1
                continue
            inside, leap = first, 1
            while inside + leap < count and call.text_object_of(textpage, inside + leap) == owner:
                inside, leap = inside + leap, leap * 2
            outside = min(inside + leap, count)
            while outside - inside > 1:
                middle = (inside + outside) // 2
                if call.text_object_of(textpage, middle) == owner:
                    inside = middle
                else:
                    outside = middle
            spans.setdefault(owner, []).append((first, outside))
            first = outside
        return spans

    def _read(self, text_object: int, first: int, stop: int, shown: Frame, colour: str | None) -> list[Glyph]:
        pen = self._pen(first)
        if not call.character_matrix(self._textpage, first, self._place):
            return []
        course = self._course(text_object, self._floats[:4], pen)
        if course is None:
            return []
        text = self._repaired(course.font, first, stop)
        starts, ends = self._extents(course, text, first)
        maker = _Maker(course, shown, colour)
        cuts = self._cuts(text, starts, ends, course, first)
        return [maker.glyph(text[i:j], starts[i], end, spaced=spaced) for i, j, end, spaced in cuts]

    def _pen(self, place: int) -> Point:
        call.character_origin(self._textpage, place, self._pens, self._pens + 8)
        return self._doubles[0], self._doubles[1]

    def _blank(self, text_object: int, placed: Frame, colour: str | None) -> list[Glyph]:
        """A blank typed on its own, which pdfium leaves out of its text; it has no extent either."""
        call.bounds(text_object, self._place, self._place + 4, self._place + 8, self._place + 12)
        if self._floats[0] != self._floats[2] or not call.matrix(text_object, self._place):
            return []
        matrix = self._floats[:]
        course = self._course(text_object, matrix[:4], (matrix[4], matrix[5]))
        if course is None:
            return []
        start = matrix[4] * course.along[0] + matrix[5] * course.along[1]
        return [_Maker(course, placed, colour).glyph(" ", start, start + _BLANK_EM * course.em)]

    def _course(self, text_object: int, matrix: list[float], pen: Point) -> _Course | None:
        a, b, c, d = matrix
        scale = math.hypot(a, b)
        if not scale or not call.font_size(text_object, self._place) or not self._floats[0]:
            return None
        if not math.isfinite(sum((*matrix, *pen, self._floats[0]))):
            return None
        size = self._floats[0]
        ux, uy = a / scale, b / scale
        across, height = pen[1] * ux - pen[0] * uy, abs(ux * d - uy * c) * abs(size)
        return _Course((ux, uy), (c * size, d * size), across, height, scale * abs(size), self._font(text_object))

    def _extents(self, course: _Course, text: str, first: int) -> tuple[list[float], list[float]]:
        """Where each character begins and ends along the direction of its text."""
        if not course.straight:
            return self._slanting_extents(course, text, first)
        boxes = (ctypes.c_float * (4 * len(text)))()
        place, ask, textpage = ctypes.addressof(boxes), call.loose_box, self._textpage
        for number in range(first, first + len(text)):
            ask(textpage, number, place)
            place += 16
        measures, em = course.font.measures, course.em
        starts, ends = course.sides(boxes)
        for sign in set(text) - measures.keys():
            number = text.index(sign)
            found = self._measures(course, starts[number], ends[number], first + number)
            if found:
                measures[sign] = found
        slack, last_start, last_end = _ROUNDING_EM * em, math.nan, math.nan
        for number, sign in enumerate(text):
            start, end = starts[number], ends[number]
            known = measures.get(sign)
            if start == last_start and end == last_end:
                # the letters of a ligature share one box
                starts[number], ends[number] = starts[number - 1], ends[number - 1]
            elif known and -slack < end - start - known.extent * em < slack:
                starts[number] = begin = start + known.overhang * em
                ends[number] = begin + known.advance * em
            # else part of a ligature, or another sign of the same meaning: its box stands for itself
            last_start, last_end = start, end
        return starts, ends

    def _measures(self, course: _Course, start: float, end: float, place: int) -> _Measures | None:
        """How the box of a sign and its width go together: pdfium's box holds the width and all ink beside it.

        None for a letter inside a ligature, whose pen stands before its box.
        """
        ux, uy = course.along
        x, y = self._pen(place)
        pen, em = x * ux + y * uy, course.em
        if not -_ROUNDING_EM * em < pen - start < _MOST_OVERHANG_EM * em:
            return None
        call.tight_box(self._textpage, place, self._pens, self._pens + 8, self._pens + 16, self._pens + 24)
        left, right, foot, top = self._doubles
        ink = max(left * ux + foot * uy, right * ux + top * uy)
        advance = end - pen
        if ink > end - _ROUNDING_EM * em:
            # the ink goes beyond the width, which then is the font's
            call.glyph_width(course.font.pointer, ord(self._text[place]), 1.0, self._place)
            width = self._floats[0] * em
            advance = width if advance - _MOST_OVERHANG_EM * em < width < advance else advance
        return _Measures((end - start) / em, (pen - start) / em, advance / em)

    def _slanting_extents(self, course: _Course, text: str, first: int) -> tuple[list[float], list[float]]:
        """The same for text that runs askew: from pen to pen, for its boxes are wider than its characters."""
        (ux, uy), em = course.along, course.em
        starts: list[float] = []
        ends: list[float] = []
        for number in range(len(text)):
            x, y = self._pen(first + number)
            call.glyph_width(course.font.pointer, ord(self._text[first + number]), 1.0, self._place)
            start, width = x * ux + y * uy, (self._floats[0] or _BLANK_EM) * em
            starts.append(start)
            # the letters of a ligature stand in one place: its width is nearly the sum of theirs
            ends.append(ends[-1] + width if number and abs(start - starts[-2]) < _ROUNDING_EM * em else start + width)
        return starts, ends

    def _cuts(
        self, text: str, starts: list[float], ends: list[float], course: _Course, first: int
    ) -> Iterator[tuple[int, int, float, bool]]:
        """From where to where a stretch goes, its end on the page, and whether a single blank follows inside the text.

        A stretch is a run of signs without a gap; other blanks are stretches of their own.
        """
        size, count = course.size, len(text)
        least, most, slack = -_MOST_OVERLAP_EM * size, self._gap * size, _ROUNDING_EM * size
        begin, after, end, blank = -1, 0, 0.0, False
        for place, sign in enumerate(text):
            is_blank = sign.isspace()
            if is_blank:
                if call.is_generated(self._textpage, first + place):
                    continue
                single = begin >= 0 and not blank and place + 1 < count and not text[place + 1].isspace()
                if single and starts[place + 1] - end < size:
                    yield begin, after, end, True
                    begin = -1
                    continue
            start = starts[place]
            if begin >= 0 and (
                is_blank != blank
                or not (blank or least < start - end < most or -slack < start - starts[after - 1] < slack)
            ):
                yield begin, after, end, False
                begin = -1
            if begin < 0:
                begin, blank, end = place, is_blank, ends[place]
            end, after = max(end, ends[place]), place + 1
        if begin >= 0:
            yield begin, after, end, False

    def _repaired(self, font: _Font, first: int, stop: int) -> str:
        """The text with bullets for the signs that mean them, and a sign of its own for what the font does not tell."""
        text = self._text[first:stop]
        new = set(text) - font.mapped
        if new:
            font.mapped.update(sign for sign in new if self._sign(sign, first + text.index(sign), font) == sign)
            if new - font.mapped:
                return "".join(self._sign(sign, first + n, font) for n, sign in enumerate(text))
        return text

    def _sign(self, sign: str, place: int, font: _Font) -> str:
        if sign == _DROPPED_HYPHEN or (sign == _LINE_HYPHEN and call.is_hyphen(self._textpage, place)):
            return "-"
        if call.is_unmapped(self._textpage, place):
            return "•" if ord(sign) in _BULLET_CODES else _UNKNOWN
        if sign < " ":
            return " " if sign in "\t\n\r" else _UNKNOWN
        # a sign of a picture font that has no name here is still a sign, not a blank
        return "•" if sign == _BULLET else printed(sign, font.pictured) or sign

    def _font(self, text_object: int) -> _Font:
        pointer = call.font_of(text_object) or 0
        if pointer not in self._fonts:
            buffer = ctypes.create_string_buffer(_LONGEST_NAME)
            length = call.font_name(pointer, ctypes.addressof(buffer), _LONGEST_NAME) if pointer else 0
            name = buffer.value.decode("utf-8", errors="replace").lower() if 0 < length <= _LONGEST_NAME else ""
            known = pointer and call.font_descent(pointer, 1.0, self._place)
            descent = -abs(self._floats[0]) if known else 0.0
            self._fonts[pointer] = _Font(pointer, is_bold(name), descent, {}, set(), _pictured(name))
        return self._fonts[pointer]


class _Maker:
    """Makes stretches of one text object, placed as the page is shown."""

    def __init__(self, course: _Course, frame: Frame, colour: str | None) -> None:
        self._course, self._colour = course, colour
        ux, uy = course.along
        self._right = frame.turned(ux, uy)
        self._corner = frame.placed(-uy * course.across, ux * course.across)
        up = frame.turned(*course.upwards)
        low, high = course.font.descent, 1 + course.font.descent
        xs, ys = (up[0] * low, up[0] * high), (up[1] * low, up[1] * high)
        self._sides = min(xs), min(ys), max(xs), max(ys)
        self._angle = _angle(*self._right)
        self._size = max(course.size, 0.1)

    def glyph(self, text: str, start: float, end: float, *, spaced: bool = False) -> Glyph:
        # a blank inside is one that pdfium put in
        parts = text.split()
        written = "".join(parts) + " " * spaced if parts else " "
        advance, (along_x, along_y) = end - start, self._right
        x, y = self._corner[0] + along_x * start, self._corner[1] + along_y * start
        left, top, right, foot = self._sides
        right_x, right_y = along_x * advance, along_y * advance
        return Glyph(
            written,
            (
                x + left + min(right_x, 0.0),
                y + top + min(right_y, 0.0),
                x + right + max(right_x, 0.0),
                y + foot + max(right_y, 0.0),
            ),
            (x, y),
            advance,
            self._size,
            self._angle,
            self._course.font.bold,
            self._colour,
        )


def _pictured(name: str) -> str | None:
    """The family of a font of pictures by the name in the file, such as 'abcdef+wingdings2'."""
    found = _PICTURED.match(name)
    return " ".join(part for part in found.groups() if part) if found else None


def _angle(x: float, y: float) -> int:
    """The direction in degrees, 90 upwards; what is nearly straight counts as straight."""
    angle = round(math.degrees(math.atan2(-y, x))) % 360
    return next((straight % 360 for straight in (0, 90, 180, 270, 360) if abs(angle - straight) <= 2), angle)

"""One page of a PDF -> Marks, straight from pdfium's objects: many times faster than taking its file apart.

Words that may not show (painted over, cut off by a clip, on a layer, under an annotation, see-through) are looked up in
the painted page; a page without any such word is not painted.
"""

import ctypes
import math
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.document import Box
from extractors.formats import pdfium_calls as call
from extractors.formats.doubts import Doubts
from extractors.formats.frames import Frame, shown
from extractors.formats.gathering import Gathering, Outline, Picture
from extractors.formats.pdfium_text import PageText
from extractors.grids.marks import Marks, area, around, holds
from extractors.grids.shapes import Point

_INVISIBLE_MODES = (3, 7)
_OUTLINED_MODES = (1, 5)
_DEEPEST_FORM = 12
_MOST_CLIP_SEGMENTS = 64
_HARMLESS_ANNOTATIONS = (pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP)
_DECIMALS = 3
_MUCH = 0.5
_OPAQUE = 0.97
_UNTOLD = "#bfbfbf"
"""What pdfium gives for a pattern, whose colour only the painted page shows."""


def marks_of(page: pdfium.PdfPage, picture: Callable[[], Picture]) -> Marks:
    """The marks of an open page; `picture` paints it, and is called only where something must be looked up.

    Raises:
        PdfiumError: the page's text cannot be loaded.
    """
    textpage = page.get_textpage()
    try:
        return _Reading(page, PageText(call.handle(textpage.raw)), picture).marks()
    finally:
        textpage.close()


class _Reading:
    """One page while it is read, object by object in the order of painting."""

    def __init__(self, page: pdfium.PdfPage, text: PageText, picture: Callable[[], Picture]) -> None:
        width, height = page.get_size()
        self._page = page
        self._text = text
        self._gathered = Gathering(float(width), float(height), _once(picture))
        self._doubts = Doubts()
        self._page_frame = _frame_of(page)
        self._floats = (ctypes.c_float * 6)()
        self._channels = (ctypes.c_uint * 4)()
        self._modes = (ctypes.c_int * 2)()

    def marks(self) -> Marks:
        frame, page = self._page_frame, call.handle(self._page.raw)
        self._walk((call.object_at(page, n) for n in range(call.count_objects(page))), frame, 0)
        for box in _annotations(self._page, frame):
            self._doubts.cover(box)
        self._gathered.hide(self._doubts.hidden)
        return self._gathered.marks(self._doubts.about)

    def _walk(self, objects: Iterator[int | None], frame: Frame, depth: int) -> None:
        for found in objects:
            kind = call.type_of(found) if found else None
            if not found or kind is None:
                continue
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                self._add_text(found, frame, in_form=depth > 0)
            elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self._add_path(found, frame)
            elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                box = self._bounds(found, frame)
                self._gathered.add_picture(box)
                if self._doubts.has_text and self._is_broad(box) and _is_opaque(self._page, found):
                    self._doubts.bury(box)
                self._doubts.cover(box)
            elif kind == pdfium_c.FPDF_PAGEOBJ_SHADING:
                self._doubts.cover(self._bounds(found, frame))
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                count = call.count_inner_objects(found)
                inner = frame.inside(self._matrix(found))
                self._walk((call.inner_object_at(found, n) for n in range(max(count, 0))), inner, depth + 1)

    def _is_broad(self, box: Box) -> bool:
        return area(box) > _MUCH * self._gathered.width * self._gathered.height

    def _add_text(self, found: int, frame: Frame, *, in_form: bool) -> None:
        mode = call.render_mode(found)
        colour, painted = self._colour(call.stroke_colour if mode in _OUTLINED_MODES else call.fill_colour, found)
        glyphs = self._text.stretches(found, frame, self._page_frame, colour)
        if not glyphs:
            return
        hidden = mode in _INVISIBLE_MODES or not painted
        doubted = in_form or bool(call.has_transparency(found)) or self._is_on_layer(found)
        clip = None if doubted else self._clip(found, frame)
        for glyph in glyphs:
            if not self._gathered.is_on_page(glyph.box):
                continue
            blank = not glyph.text.strip()
            middle = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
            unseen = not blank and (hidden or self._gathered.is_like_its_ground(glyph))
            over_picture = unseen and not hidden and any(holds(box, middle) for box in self._gathered.pictures)
            if unseen and not over_picture:
                self._gathered.unseen.append(glyph)
                continue
            self._gathered.glyphs.append(glyph)
            if not blank:
                cut = clip is not None and not holds(clip, middle, 1.0)
                self._doubts.place(glyph, doubted=doubted or over_picture or cut)

    def _add_path(self, found: int, frame: Frame) -> None:
        start = ctypes.addressof(self._modes)
        if not call.draw_mode(found, start, start + 4) or not any(self._modes):
            return
        filled, stroked = bool(self._modes[0]), bool(self._modes[1])
        fill, fills = self._colour(call.fill_colour, found) if filled else (None, False)
        stroke, strokes = self._colour(call.stroke_colour, found) if stroked else (None, False)
        if not fills and not strokes:
            return
        count = call.count_segments(found)
        pieces = _pieces((call.segment_at(found, n) for n in range(count)), frame.inside(self._matrix(found)))
        for corners, curves, closed in pieces:
            outline = Outline(
                corners,
                curves,
                closed=closed,
                filled=fills,
                stroked=strokes,
                fill_colour=fill,
                stroke_colour=stroke,
                line=len(corners) == 2 and not any(curves),
            )
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            box = min(xs), min(ys), max(xs), max(ys)
            if not math.isfinite(sum((*xs, *ys))):
                continue
            self._gathered.add_outline(outline, box)
            if fills:
                self._doubts.cover(box)

    def _colour(self, ask: Any, found: int) -> tuple[str | None, bool]:
        """The colour of an object, None where only the painted page shows it, and whether it is painted at all."""
        start = ctypes.addressof(self._channels)
        if not ask(found, start, start + 4, start + 8, start + 12):
            return None, True
        red, green, blue, cover = self._channels
        colour = f"#{red:02x}{green:02x}{blue:02x}"
        return None if colour == _UNTOLD else colour, cover > 0

    def _bounds(self, found: int, frame: Frame) -> Box:
        start = ctypes.addressof(self._floats)
        # left, foot, right, head
        call.bounds(found, start, start + 4, start + 8, start + 12)
        return frame.boxed(*self._floats[:4])

    def _matrix(self, found: int) -> Frame:
        if not call.matrix(found, ctypes.addressof(self._floats)):
            return Frame(1, 0, 0, 1, 0, 0)
        return Frame(*self._floats)

    def _is_on_layer(self, found: int) -> bool:
        count = call.count_tags(found)
        return count > 0 and any(_tag(call.tag_at(found, n)) == "OC" for n in range(count))

    def _clip(self, found: int, frame: Frame) -> Box | None:
        """The box that is left of the page by the clips of an object, None where it has none."""
        clip = call.clip_of(found)
        box: Box | None = None
        for path in range(max(call.count_clips(clip), 0) if clip else 0):
            count = min(call.count_clip_segments(clip, path), _MOST_CLIP_SEGMENTS)
            points = [self._point(call.clip_segment_at(clip, path, n)) for n in range(count)]
            if points:
                one = around([(x, y, x, y) for x, y in (frame.placed(*point) for point in points)])
                box = one if box is None else _overlap(box, one)
        return box

    def _point(self, segment: int) -> Point:
        start = ctypes.addressof(self._floats)
        call.segment_point(segment, start, start + 4)
        return self._floats[0], self._floats[1]


_Curve = tuple[Point, Point] | None


def _pieces(segments: Iterator[int], frame: Frame) -> Iterator[tuple[list[Point], list[_Curve], bool]]:
    """The pieces of a path: for each its corners as shown, the control points of its curves, whether it is closed."""
    corners: list[Point] = []
    curves: list[_Curve] = []
    closed = False
    place = (ctypes.c_float * 2)()
    start = ctypes.addressof(place)

    def point(segment: int) -> Point:
        call.segment_point(segment, start, start + 4)
        x, y = frame.placed(place[0], place[1])
        # pdfium keeps seven digits: rounded, rules that are drawn to one line lie on one line
        return round(x, _DECIMALS), round(y, _DECIMALS)

    for segment in segments:
        kind = call.segment_type(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            if len(corners) > 1:
                yield _finished(corners, curves, closed)
            corners, curves, closed = [point(segment)], [None], False
            continue
        curve: _Curve = None
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            rest = list(islice(segments, 2))
            if len(rest) < 2:
                break
            curve = point(segment), point(rest[0])
            segment = rest[1]
        corners.append(point(segment))
        curves.append(curve)
        closed = bool(call.segment_closes(segment))
    if len(corners) > 1:
        yield _finished(corners, curves, closed)


def _finished(corners: list[Point], curves: list[_Curve], closed: bool) -> tuple[list[Point], list[_Curve], bool]:
    """A straight way back to the first corner is not a corner more."""
    if len(corners) > 2 and corners[0] == corners[-1]:
        closed = True
        if curves[-1] is None:
            return corners[:-1], curves[:-1], closed
    return corners, curves, closed


def _is_opaque(page: pdfium.PdfPage, image: int) -> bool:
    """Whether nothing shows through a picture: it has no mask of its own."""
    if call.has_transparency(image):
        return False
    handle = ctypes.cast(image, pdfium_c.FPDF_PAGEOBJECT)
    painted = pdfium_c.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, handle)
    if not painted:
        return False
    try:
        if pdfium_c.FPDFBitmap_GetFormat(painted) != pdfium_c.FPDFBitmap_BGRA:
            return True
        length = pdfium_c.FPDFBitmap_GetStride(painted) * pdfium_c.FPDFBitmap_GetHeight(painted)
        covers = ctypes.string_at(pdfium_c.FPDFBitmap_GetBuffer(painted), length)[3::4]
        return covers.count(255) > _OPAQUE * len(covers)
    finally:
        pdfium_c.FPDFBitmap_Destroy(painted)


def _overlap(first: Box, second: Box) -> Box:
    left, top = max(first[0], second[0]), max(first[1], second[1])
    return left, top, max(min(first[2], second[2]), left), max(min(first[3], second[3]), top)


def _tag(tag: int | None) -> str:
    buffer, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
    place = ctypes.addressof(buffer)
    if not tag or not call.tag_name(tag, place, ctypes.sizeof(buffer), ctypes.addressof(length)):
        return ""
    return bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16-le", errors="replace")


def _frame_of(page: pdfium.PdfPage) -> Frame:
    width, height = page.get_size()
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDF_DeviceToPage(page.raw, 0, 0, max(round(width), 1), max(round(height), 1), 0, 0, 0, x, y)
    return shown(pdfium_c.FPDFPage_GetRotation(page.raw), (x.value, y.value))


def _annotations(page: pdfium.PdfPage, frame: Frame) -> Iterator[Box]:
    """The boxes of annotations that may be painted over text."""
    for number in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        try:
            box = pdfium_c.FS_RECTF()
            known = pdfium_c.FPDFAnnot_GetRect(annotation, box)
            if known and pdfium_c.FPDFAnnot_GetSubtype(annotation) not in _HARMLESS_ANNOTATIONS:
                yield frame.boxed(box.left, box.bottom, box.right, box.top)
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def _once(picture: Callable[[], Picture]) -> Callable[[], Picture]:
    kept: list[Picture] = []

    def ask() -> Picture:
        if not kept:
            kept.append(picture())
        return kept[0]

    return ask

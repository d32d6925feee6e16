"""A PDF through pdfium: does it open, how many pages, what text, which text is set invisible.

pdfium must never be called from two threads, nor an open file be carried through a fork: open, read, close.
"""

import ctypes
import io
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.document import Box
from extractors.errors import DamagedPaper, EncryptedPaper
from extractors.formats.pdfium_marks import marks_of
from extractors.grids.marks import Marks
from extractors.grids.shapes import Point

_INVISIBLE_MODES = (3, 7)
_PIXELS_A_POINT = 1.5
_MOST_PIXELS = 2400.0
_FAINTEST = 8
_DEEPEST_TREE = 40


class PagePicture:
    """A page, or what lies right of and below `corner`, as shown; boxes are in points from the page's top left."""

    def __init__(
        self, pixels: bytes, stride: int, width: int, height: int, scale: float, corner: Point = (0.0, 0.0)
    ) -> None:
        self._pixels, self._stride, self._width, self._height, self._scale = pixels, stride, width, height, scale
        self._corner = corner

    def is_blank(self, box: Box) -> bool:
        """Whether the box is all of one colour: nothing that is said to stand there can be seen."""
        rows = self._rows(box)
        if not rows:
            return True
        channels = [b"".join(row[channel::3] for row in rows) for channel in range(3)]
        return all(max(channel) - min(channel) <= _FAINTEST for channel in channels)

    def colour(self, box: Box) -> str | None:
        """The commonest colour of the box as '#rrggbb', None outside the page."""
        counts: Counter[bytes] = Counter()
        for row in self._rows(box):
            counts.update(row[place : place + 3] for place in range(0, len(row), 3))
        if not counts:
            return None
        blue, green, red = counts.most_common(1)[0][0]
        return f"#{red:02x}{green:02x}{blue:02x}"

    def _rows(self, box: Box) -> list[bytes]:
        x, y = self._corner
        left, right = max(int((box[0] - x) * self._scale), 0), min(math.ceil((box[2] - x) * self._scale), self._width)
        top, bottom = max(int((box[1] - y) * self._scale), 0), min(math.ceil((box[3] - y) * self._scale), self._height)
        if left >= right:
            return []
        starts = (row * self._stride for row in range(top, bottom))
        return [self._pixels[start + 3 * left : start + 3 * right] for start in starts]


class PdfPages:
    """An open PDF; pages are counted from 1."""

    def __init__(self, pdf: pdfium.PdfDocument) -> None:
        self._pdf = pdf

    def __len__(self) -> int:
        return len(self._pdf)

    @property
    def metadata_title(self) -> str:
        """The title in the file's properties, '' where there is none."""
        return str(self._pdf.get_metadata_value("Title") or "").strip()

    @property
    def metadata_created(self) -> str:
        """The date of making in the file's properties, such as "D:20220908093000+01'00'"."""
        return str(self._pdf.get_metadata_value("CreationDate") or "")

    def text(self, number: int) -> str:
        """All text of a page in the order it is stored; raises PdfiumError where the page cannot be loaded."""
        page = self._pdf[number - 1]
        try:
            textpage = page.get_textpage()
            try:
                # pdfium writes U+0002 for a hyphen at a line's end and U+FFFE where it knows no character
                text: str = textpage.get_text_range()
                return text.replace("\x02", "-").replace("\ufffe", "-").replace("\r\n", "\n")
            finally:
                textpage.close()
        finally:
            page.close()

    def shapes(self, number: int) -> int:
        """How many objects are drawn on a page; those inside forms are not counted."""
        page = self._pdf[number - 1]
        try:
            return int(pdfium_c.FPDFPage_CountObjects(page.raw))
        finally:
            page.close()

    def figure_texts(self, number: int) -> list[str]:
        """The alternative texts of the figures of a tagged page, in its order; '' where a figure has none."""
        page = self._pdf[number - 1]
        try:
            tree = pdfium_c.FPDF_StructTree_GetForPage(page.raw)
            if not tree:
                return []
            try:
                count = pdfium_c.FPDF_StructTree_CountChildren(tree)
                tops = [pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(max(count, 0))]
                return [text for top in tops if top for text in _figures_under(top, 0)]
            finally:
                pdfium_c.FPDF_StructTree_Close(tree)
        finally:
            page.close()

    def marks(self, number: int) -> Marks:
        """Everything that stands on a page; raises PdfiumError where the page cannot be loaded or painted."""
        page = self._pdf[number - 1]
        try:
            return marks_of(page, lambda: self.picture(number))
        finally:
            page.close()

    def picture(self, number: int, part: Box | None = None) -> PagePicture:
        """The page, or a part of it, painted at one and a half pixels a point (less where the page is very large)."""
        scale = min(_PIXELS_A_POINT, _MOST_PIXELS / max(*self.size(number), 1.0))
        corner = (max(part[0], 0.0), max(part[1], 0.0)) if part else (0.0, 0.0)
        return PagePicture(*self.painted(number, scale, part), scale, corner)

    def size(self, number: int) -> tuple[float, float]:
        """The width and height of the page as shown, in points."""
        page = self._pdf[number - 1]
        try:
            width, height = page.get_size()
            return float(width), float(height)
        finally:
            page.close()

    def painted(self, number: int, scale: float, box: Box | None = None) -> tuple[bytes, int, int, int]:
        """The page, or a box of it in points from its top left as shown, painted at `scale` pixels a point.

        Gives its pixels (blue, green, red), the bytes a row, width and height.
        """
        page = self._pdf[number - 1]
        try:
            width, height = page.get_size()
            x0, top, x1, bottom = box or (0.0, 0.0, width, height)
            bitmap = page.render(
                scale=scale,
                crop=(max(x0, 0), max(height - bottom, 0), max(width - x1, 0), max(top, 0)),
                rev_byteorder=False,
                force_bitmap_format=pdfium_c.FPDFBitmap_BGR,
            )
            try:
                return bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height
            finally:
                bitmap.close()
        finally:
            page.close()

    def invisible_text(self, number: int) -> list[Box]:
        """Where text stands that is set in a mode that paints nothing, in points from the top left as shown."""
        page = self._pdf[number - 1]
        try:
            return [
                _as_shown(page, found.get_bounds())
                for found in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_TEXT,), max_depth=5)
                if pdfium_c.FPDFTextObj_GetTextRenderMode(found.raw) in _INVISIBLE_MODES
            ]
        finally:
            page.close()

    def copied(self, numbers: Sequence[int]) -> bytes:
        """A PDF of some of the pages alone, in the order told; raises PdfiumError where they cannot be copied."""
        copy = pdfium.PdfDocument.new()
        try:
            copy.import_pages(self._pdf, [number - 1 for number in numbers])
            written = io.BytesIO()
            copy.save(written)
            return written.getvalue()
        finally:
            copy.close()


@contextmanager
def pdf_pages(path: Path) -> Iterator[PdfPages]:
    """The file opened.

    Raises:
        EncryptedPaper: it wants a password.
        DamagedPaper: pdfium cannot make a document of it.
    """
    try:
        pdf = pdfium.PdfDocument(path.read_bytes())
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise EncryptedPaper("PDF") from error
        raise DamagedPaper("PDF", "its page index cannot be read") from error
    try:
        if len(pdf) == 0:
            raise DamagedPaper("PDF", "it holds no page")
        yield PdfPages(pdf)
    finally:
        pdf.close()


def _figures_under(element: Any, depth: int) -> list[str]:
    if _struct_text(pdfium_c.FPDF_StructElement_GetType, element) == "Figure":
        return [" ".join(_struct_text(pdfium_c.FPDF_StructElement_GetAltText, element).split())]
    if depth > _DEEPEST_TREE:
        return []
    count = pdfium_c.FPDF_StructElement_CountChildren(element)
    children = [pdfium_c.FPDF_StructElement_GetChildAtIndex(element, place) for place in range(max(count, 0))]
    return [text for child in children if child for text in _figures_under(child, depth + 1)]


def _struct_text(ask: Any, element: Any) -> str:
    """The text that a structure function gives in UTF-16: asked once for its length, once for itself."""
    length = ask(element, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(element, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")


def _as_shown(page: pdfium.PdfPage, bounds: tuple[float, float, float, float]) -> Box:
    """A box of the page's own frame turned and cropped as the page is shown."""
    width, height = page.get_size()
    left, low, right, high = bounds
    corners = [_to_device(page, width, height, x, y) for x, y in ((left, low), (right, high))]
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _to_device(page: pdfium.PdfPage, width: float, height: float, x: float, y: float) -> tuple[float, float]:
    fine = 50
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(
        page.raw, 0, 0, round(width * fine), round(height * fine), 0, x, y, ctypes.byref(across), ctypes.byref(down)
    )
    return across.value / fine, down.value / fine

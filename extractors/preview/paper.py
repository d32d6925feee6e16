"""A PDF opened for looking at it: pages and cut-outs of them, as many as are wanted of one opening.

pdfium must not be called from two threads: a paper is opened, looked at and closed in one.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.document import Box, Cell, Document, Table
from extractors.errors import NoPagePicture
from extractors.limits import USUAL_LIMITS
from extractors.preview.ink import ink_on
from extractors.preview.marks import marks_on, printed_area
from extractors.preview.painting import Picture, Sheet

if TYPE_CHECKING:
    from extractors.formats.pdf_pages import PdfPages

DOTS_AN_INCH = 110.0
MARGIN = 14.0
"""Points of the page that a cut-out shows around the table."""
MOST_PIXELS = 1400
"""The longer side of a cut-out is never longer."""

_POINTS_AN_INCH = 72
_MOST_PIXELS_OF_A_PAGE = 4000.0
HEAD_BYTES = 1024
"""A PDF says within them that it is one."""
_PDF = "application/pdf"
PDFIUM_FAULT = RuntimeError
"""What pypdfium2 raises for a page that cannot be painted is one; the library itself is loaded with the first PDF."""


def page_picture(
    path: Path,
    page: int,
    *,
    tables: Sequence[Table] = (),
    marked: Collection[Cell] = (),
    dots_an_inch: float = DOTS_AN_INCH,
    readings: bool = False,
) -> Picture:
    """One page of a PDF as a picture, with what was read outlined on it.

    `tables` are all tables of the paper (`Document.tables`); those of the page get their number as a label. With
    `readings` the picture shows beside the page what was read in each place of it.

    Raises:
        NoPagePicture: the paper has no pages to paint, or no such page.
        EncryptedPaper, DamagedPaper: it cannot be opened.
    """
    with paper_pictures(path) as pictures:
        return pictures.page(page, tables=tables, marked=marked, dots_an_inch=dots_an_inch, readings=readings)


def cutout(
    path: Path,
    table: Table,
    *,
    page: int | None = None,
    marked: Collection[Cell] = (),
    dots_an_inch: float = DOTS_AN_INCH,
) -> Picture:
    """The part of a page around one table, with some of its cells outlined.

    A table that is carried on over several pages is shown on its first one unless `page` names another. Raises what
    `page_picture` raises; NoPagePicture also where the table has no place on its page.
    """
    with paper_pictures(path) as pictures:
        return pictures.cutout(table, page=page, marked=marked, dots_an_inch=dots_an_inch)


def has_page_pictures(document: Document) -> bool:
    """Whether pages of this paper can be painted: of a PDF. Other papers are drawn as they were read."""
    return document.media_type == _PDF


@contextmanager
def paper_pictures(path: Path) -> Iterator["PaperPictures"]:
    """A PDF opened for many pictures; a damaged one is repaired as for reading.

    Raises NoPagePicture, EncryptedPaper, TooLarge or DamagedPaper.
    """
    # pdfium takes its time to load, and most papers that are drawn need none
    from extractors.formats.pdf_pages import pdf_pages
    from extractors.formats.pdf_soundness import sound_pdf

    path = Path(path)
    with path.open("rb") as stream:
        if b"%PDF-" not in stream.read(HEAD_BYTES):
            raise NoPagePicture(f"{path.name} is no PDF")
    with sound_pdf(path, USUAL_LIMITS) as sound, pdf_pages(sound.path) as pages:
        yield PaperPictures(pages)


class PaperPictures:
    """Pictures of the pages of an open PDF; the page painted last is kept, so ask for them page by page."""

    def __init__(self, pages: "PdfPages") -> None:
        self._pages = pages
        self._kept: tuple[tuple[int, float], Sheet] | None = None

    def page(
        self,
        page: int,
        *,
        tables: Sequence[Table] = (),
        marked: Collection[Cell] = (),
        dots_an_inch: float = DOTS_AN_INCH,
        readings: bool = False,
    ) -> Picture:
        """One page with what was read outlined on it; see `page_picture`."""
        width, height = self._size(page)
        sheet = self._painted(page, dots_an_inch).part((0.0, 0.0, width, height))
        marks = marks_on(page, tables, marked)
        read = _as_read(sheet, page, tables) if readings else None
        sheet.outline(marks)
        if read is not None:
            read.outline(marks)
            sheet = sheet.beside(read)
        return sheet.picture()

    def cutout(
        self,
        table: Table,
        *,
        page: int | None = None,
        marked: Collection[Cell] = (),
        dots_an_inch: float = DOTS_AN_INCH,
    ) -> Picture:
        """The part of a page around one table; see `cutout`."""
        place = printed_area(table, page)
        if place is None:
            raise NoPagePicture("This table has no place on a page")
        return self.part(*place, marked=marked, dots_an_inch=dots_an_inch)

    def part(
        self,
        page: int,
        box: Box,
        *,
        marked: Collection[Cell] = (),
        dots_an_inch: float = DOTS_AN_INCH,
    ) -> Picture:
        """The part of a page around a box, with some cells outlined."""
        area = box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN
        longest = max(area[2] - area[0], area[3] - area[1])
        fine = min(dots_an_inch, _POINTS_AN_INCH * MOST_PIXELS / longest)
        sheet = self._painted(page, fine).part(area)
        sheet.outline(marks_on(page, (), marked))
        return sheet.picture()

    def _painted(self, page: int, dots_an_inch: float) -> Sheet:
        scale = min(dots_an_inch / _POINTS_AN_INCH, _MOST_PIXELS_OF_A_PAGE / max(*self._size(page), 1.0))
        if self._kept is None or self._kept[0] != (page, scale):
            try:
                painted = self._pages.painted(page, scale)
            except PDFIUM_FAULT as error:
                raise NoPagePicture(f"Page {page} is damaged") from error
            self._kept = (page, scale), Sheet.of_page(*painted, page, scale)
        return self._kept[1]

    def _size(self, page: int) -> tuple[float, float]:
        if not 1 <= page <= len(self._pages):
            raise NoPagePicture(f"There is no page {page} in a paper of {len(self._pages)} pages")
        return self._pages.size(page)


def _as_read(sheet: Sheet, page: int, tables: Sequence[Table]) -> Sheet:
    """An empty page with the text of each cell in its place, as it was read."""
    read = sheet.blank()
    for table in tables:
        for cell in table.cells:
            if cell.page == page and cell.bbox:
                told = f" [{cell.confidence:.2f}]" if round(cell.confidence, 2) < 1 else ""
                read.write(cell.bbox, cell.text + told, cell.fill, ink_on(cell.fill))
    return read

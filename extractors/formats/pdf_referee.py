"""A second reading of the tables that matter, by another program: where the two differ, the cell says so.

pdfium reads every page; what it takes for the text of a page can be wrong in ways that nothing on the page shows (a
replacement text, a font that tells two stories). pdfplumber goes another way to the same characters.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium

from extractors.document import Block, Box, Cell, Table
from extractors.errors import DamagedPaper
from extractors.formats.pdf_marks import UnreadablePage, marked_pages
from extractors.formats.pdf_pages import pdf_pages
from extractors.grids.lines import text_of
from extractors.grids.marks import Marks, Word, holds

_MOST_PAGES = 20
_DOUBTED = 0.7
_QUOTED = 60
_EDGE = 1.0
_DASHES = str.maketrans("‐‑‒–—−\u00ad", "-------")
_UNTELLING = re.compile(r"[^\w.,%/<>=+-]|_")

_Readings = Mapping[int, tuple[Marks, Marks]]


def refereed(path: Path, body: Sequence[Block | Table], words: Collection[str] | None) -> list[Block | Table]:
    """The body with a remark, and less confidence, on each cell whose text two programs read differently.

    Tables are read again that hold one of `words`, in any case of letters; without `words` all tables, if they stand
    on few pages. A page that the second program cannot interpret is left as the first one read it.
    """
    tables = [part for part in body if isinstance(part, Table) and part.method == "table" and _matters(part, words)]
    pages = {cell.page for table in tables for cell in table.cells if cell.page is not None}
    if not pages or (words is None and len(pages) > _MOST_PAGES):
        return [*body]
    readings = _readings(path, pages)
    chosen = set(map(id, tables))
    return [_compared(part, readings) if id(part) in chosen and isinstance(part, Table) else part for part in body]


def _matters(table: Table, words: Collection[str] | None) -> bool:
    if words is None:
        return True
    sought = ["".join(word.lower().split()) for word in words]
    texts = ["".join(cell.text.lower().split()) for cell in table.cells]
    return any(word in text for text in texts for word in sought)


def _readings(path: Path, numbers: Iterable[int]) -> _Readings:
    """For each page what pdfium makes of it and what pdfplumber does."""
    readings: dict[int, tuple[Marks, Marks]] = {}
    with pdf_pages(path) as pages:
        try:
            with marked_pages(path) as marked:
                for number in sorted(numbers):
                    try:
                        hidden, picture = pages.invisible_text(number), pages.picture(number)
                        readings[number] = pages.marks(number), marked.marks(number, hidden, picture)
                    except (UnreadablePage, pdfium.PdfiumError):
                        continue
        except DamagedPaper:
            # pdfium opened it: a file that only the second program refuses has one reading
            return readings
    return readings


def _compared(table: Table, readings: _Readings) -> Table:
    return replace(table, cells=tuple(_confirmed(cell, readings) for cell in table.cells))


def _confirmed(cell: Cell, readings: _Readings) -> Cell:
    if cell.bbox is None or cell.page is None or cell.page not in readings:
        return cell
    first, second = readings[cell.page]
    words = _inside(cell.bbox, first)
    # the programs disagree by a hair on how high letters are, so that a word at the edge may fall on either side
    others = [_inside(cell.bbox, second, slack) for slack in (0.0, _EDGE, -_EDGE)]
    if _bare(words) in map(_bare, others):
        return cell
    told = f"read as {_quoted(words)} and as {_quoted(others[0])}"
    remark = f"{cell.remark}; {told}" if cell.remark else told
    return replace(cell, confidence=min(cell.confidence, _DOUBTED), remark=remark)


def _inside(box: Box, marks: Marks, slack: float = 0.0) -> list[Word]:
    return [word for word in marks.words if holds(box, word.centre, slack)]


def _bare(words: Sequence[Word]) -> str:
    """The text less what two programs write differently without reading differently: case, dashes, joined letters."""
    return _UNTELLING.sub("", text_of(words).translate(_DASHES).casefold())


def _quoted(words: Sequence[Word]) -> str:
    text = text_of(words)
    return f"'{text[:_QUOTED]}...'" if len(text) > _QUOTED else f"'{text}'"

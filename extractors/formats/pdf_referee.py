"""A second reading of the tables that matter, by another program: where the two differ, the cell says so.

pdfium reads every page; what it takes for the text of a page can be wrong in ways that nothing on the page shows (a
replacement text, a font that tells two stories). pdfplumber goes another way to the same characters.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import pypdfium2 as pdfium

from extractors.document import Block, Box, Cell, Table
from extractors.errors import DamagedPaper
from extractors.formats.pdf_pages import PdfPages
from extractors.grids.lines import text_of
from extractors.grids.marks import Marks, Word, around, holds

_MOST_PAGES = 20
_DOUBTED = 0.7
_QUOTED = 60
_EDGE = 1.0
_CLOSE = 12.0
_DASHES = str.maketrans("‐‑‒–—−\u00ad", "-------")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_UNTELLING = re.compile(r"[^\w.,%/<>=+-]|_")

_Readings = Mapping[int, tuple[Marks, Marks]]


def refereed(
    pages: PdfPages, body: Sequence[Block | Table], words: Collection[str] | None, first: Mapping[int, Marks]
) -> list[Block | Table]:
    """The body with a remark, and less confidence, on each cell whose text two programs read differently.

    Tables are read again that hold one of `words`, in any case of letters; without `words` all tables, if they stand
    on few pages. `first` are the marks of the pages as pdfium read them. A page that the second program cannot
    interpret is left as the first one read it.
    """
    tables = [part for part in body if isinstance(part, Table) and part.method == "table" and _matters(part, words)]
    boxes = _boxes(tables)
    if not boxes or (words is None and len(boxes) > _MOST_PAGES):
        return [*body]
    readings = _readings(pages, boxes, first)
    chosen = set(map(id, tables))
    return [_compared(part, readings) if id(part) in chosen and isinstance(part, Table) else part for part in body]


def _matters(table: Table, words: Collection[str] | None) -> bool:
    if words is None:
        return True
    sought = {"".join(word.lower().split()) for word in words}
    texts = "\n".join("".join(cell.text.lower().split()) for cell in table.cells)
    return any(word in texts for word in sought)


def _boxes(tables: Iterable[Table]) -> dict[int, list[Box]]:
    """For each page the boxes of the cells on it."""
    boxes: dict[int, list[Box]] = defaultdict(list)
    for table in tables:
        for cell in table.cells:
            if cell.page is not None and cell.bbox is not None:
                boxes[cell.page].append(cell.bbox)
    return boxes


def _readings(pages: PdfPages, boxes: Mapping[int, list[Box]], first: Mapping[int, Marks]) -> _Readings:
    """For each page what pdfium makes of it and what pdfplumber does, as far as it lies in the tables."""
    # The second program takes longer to load than a short paper to read: most papers have no table that matters.
    from extractors.formats.pdf_marks import UnreadablePage, marked_pages

    readings: dict[int, tuple[Marks, Marks]] = {}
    numbers = sorted(boxes.keys() & first.keys())
    try:
        with marked_pages(pages.copied(numbers)) as marked:
            for place, number in enumerate(numbers, start=1):
                try:
                    part = _band(around(boxes[number]), first[number])
                    hidden, picture = pages.invisible_text(number), pages.picture(number, part)
                    second = marked.marks(place, hidden, picture, part)
                except (UnreadablePage, pdfium.PdfiumError):
                    continue
                readings[number] = first[number], _without_hidden(second, first[number].hidden_words)
    except (DamagedPaper, pdfium.PdfiumError):
        # pdfium opened it: a file that only the second program refuses has one reading
        return readings
    return readings


def _band(box: Box, marks: Marks) -> Box:
    """The page from side to side, as high as the tables on it and a little more."""
    return 0.0, max(box[1] - _CLOSE, 0.0), marks.width, min(box[3] + _CLOSE, marks.height)


def _without_hidden(second: Marks, hidden: Sequence[Word]) -> Marks:
    """The marks less the words that the first reading found hidden: only it knows what was painted over what."""
    found = {
        word for word in second.words for other in hidden if word.text == other.text and holds(other.box, word.centre)
    }
    return second.without(found) if found else second


def _compared(table: Table, readings: _Readings) -> Table:
    near = {
        number: tuple(
            [word for word in marks.words if holds(around(boxes), word.centre, _EDGE)] for marks in readings[number]
        )
        for number, boxes in _boxes([table]).items()
        if number in readings
    }
    return replace(table, cells=tuple(_confirmed(cell, near) for cell in table.cells))


def _confirmed(cell: Cell, readings: Mapping[int, tuple[list[Word], ...]]) -> Cell:
    if cell.bbox is None or cell.page is None or cell.page not in readings:
        return cell
    first, second = readings[cell.page]
    words, others = _inside(cell.bbox, first), _inside(cell.bbox, second)
    # the programs disagree by a hair on how high letters are, so that a word at the edge may fall on either side
    bare, box = _bare(words), cell.bbox
    if bare == _bare(others) or any(bare == _bare(_inside(box, second, slack)) for slack in (_EDGE, -_EDGE)):
        return cell
    told = f"read as {_quoted(words)} and as {_quoted(others)}"
    remark = f"{cell.remark}; {told}" if cell.remark else told
    return replace(cell, confidence=min(cell.confidence, _DOUBTED), remark=remark)


def _inside(box: Box, words: Iterable[Word], slack: float = 0.0) -> list[Word]:
    return [word for word in words if holds(box, word.centre, slack)]


def _bare(words: Sequence[Word]) -> str:
    """The text less what two programs write differently without reading differently: case, dashes, joined letters.

    Whether a hyphen at a line's end belongs to its word is settled later, by what the paper writes elsewhere.
    """
    return _BETWEEN_LETTERS.sub("", _UNTELLING.sub("", text_of(words).translate(_DASHES).casefold()))


def _quoted(words: Sequence[Word]) -> str:
    text = text_of(words)
    return f"'{text[:_QUOTED]}...'" if len(text) > _QUOTED else f"'{text}'"

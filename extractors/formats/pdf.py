"""PDF -> Document: pdfium reads all text at once, the pages that matter are read mark by mark for their grids."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2 as pdfium

from extractors.captions import title_above, with_captions
from extractors.collector import collected_seldom
from extractors.document import Block, Document, Notice, Table
from extractors.formats.pdf_notices import figure_without_data, hidden_lines, is_undeciphered, page_notices, unreadable
from extractors.formats.pdf_pages import PdfPages, pdf_pages
from extractors.formats.pdf_plain import KnownWords, plain_body
from extractors.formats.pdf_referee import refereed
from extractors.formats.pdf_scans import Scans
from extractors.formats.pdf_triage import created_in, title_in, wanted_pages
from extractors.furniture import PageStretches, Stretch, furniture, repeated_lines
from extractors.grids.charting import chart_table
from extractors.grids.charts import chart_words
from extractors.grids.grid import rounded, table_of
from extractors.grids.joined import joined
from extractors.grids.marks import Marks, Word, area, around
from extractors.grids.overhead import heads_of_neighbours
from extractors.grids.panels import WORDS_OF_A_CARD, panels_of
from extractors.grids.reading import read_page
from extractors.grids.sideways import sideways_tables
from extractors.grids.turned import Turn, upright
from extractors.prose import TypeSizes, blocks_of, card_of, type_sizes, with_drawn_bullets
from extractors.wording import one_line

_LEAST_PICTURE = 400.0
_MOST_SHAPES = 100_000


@dataclass(frozen=True, slots=True)
class _Page:
    """One page read in full: its marks less the furniture, the furniture, and what its figures say of themselves."""

    marks: Marks
    furniture: tuple[Stretch, ...]
    figures: tuple[str, ...]


def read_pdf(
    path: Path, *, document_id: str, file_name: str, source: str, words: Collection[str] | None = None
) -> Document:
    """Read a PDF.

    With `words`, tables are looked for only on pages that hold one of them (in any case of letters), on the
    pages beside those, and on pages with hardly any text; the other pages still give their paragraphs.

    Raises:
        EncryptedPaper: the file wants a password.
        DamagedPaper: the file cannot be opened.
    """
    notices: list[Notice] = []
    with collected_seldom(), pdf_pages(path) as pages:
        texts = _texts(pages, notices)
        wanted = wanted_pages(texts, words)
        scans = Scans(pages)
        read = _read_pages(pages, scans, wanted, notices)
        title, created = title_in(pages.metadata_title), created_in(pages.metadata_created)
        texts = [scans.read[page].text if page in scans.read else text for page, text in enumerate(texts, start=1)]
        notices += scans.notices()
        body = _body(_without_furniture(read, texts), scans, texts, notices)
        stored = {number: marks for number, (marks, _) in read.items() if number not in scans.read}
        body = refereed(pages, body, words, stored)
    return Document(
        document_id=document_id,
        file_name=file_name,
        source=source,
        media_type="application/pdf",
        body=tuple(body),
        pages=len(texts),
        title=title,
        created_on=created,
        notices=tuple(notices),
    )


def _texts(pages: PdfPages, notices: list[Notice]) -> list[str]:
    texts = []
    for number in range(1, len(pages) + 1):
        try:
            texts.append(pages.text(number))
        except pdfium.PdfiumError:
            texts.append("")
            notices.append(unreadable(number, "is damaged"))
    return texts


def _read_pages(
    pages: PdfPages, scans: Scans, wanted: Sequence[int], notices: list[Notice]
) -> dict[int, tuple[Marks, list[str]]]:
    """For each page that could be read its marks and the alternative texts of its figures."""
    read: dict[int, tuple[Marks, list[str]]] = {}
    for number in wanted:
        try:
            if pages.shapes(number) > _MOST_SHAPES:
                notices.append(unreadable(number, "is a drawing of very many parts"))
                continue
            marks = pages.marks(number)
            read[number] = scans.marks(number, marks), pages.figure_texts(number)
        except pdfium.PdfiumError:
            notices.append(unreadable(number, "cannot be painted"))
    return read


def _without_furniture(read: Mapping[int, tuple[Marks, list[str]]], texts: Sequence[str]) -> dict[int, _Page]:
    runs = {number: _runs(marks.words) for number, (marks, _) in read.items()}
    stretches = {
        number: PageStretches(
            read[number][0].width,
            read[number][0].height,
            [Stretch(" ".join(word.text for word in run), around([word.box for word in run])) for run in page_runs],
        )
        for number, page_runs in runs.items()
    }
    found = furniture(stretches, texts)
    for number, positions in found.items():
        # the axis and the legend of a chart come back on every page that shows the same series
        own = chart_words(read[number][0]) if positions else set()
        positions -= {place for place in positions if own.intersection(runs[number][place])}
    return {
        number: _Page(
            marks.without({word for position in found[number] for word in runs[number][position]}),
            tuple(stretches[number].stretches[position] for position in sorted(found[number])),
            tuple(figures),
        )
        for number, (marks, figures) in read.items()
    }


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    runs: dict[int, list[Word]] = {}
    for word in words:
        runs.setdefault(word.run, []).append(word)
    return list(runs.values())


def _body(read: Mapping[int, _Page], scans: Scans, texts: Sequence[str], notices: list[Notice]) -> list[Block | Table]:
    sizes = type_sizes([page.marks.words for page in read.values()])
    repeated = repeated_lines([text for number, text in enumerate(texts, start=1) if number not in read])
    known = KnownWords(texts)
    pages: list[list[Block | Table]] = []
    for number, text in enumerate(texts, start=1):
        if number in read:
            parts = _page_body(read[number], number, sizes, known, notices, scans)
            scan = scans.read.get(number)
            pages.append([scan.placed(part) for part in parts] if scan else parts)
        else:
            pages.append([*plain_body(text, number, repeated)])
    return joined(pages, {number: page.marks.height for number, page in read.items()})


def _page_body(
    page: _Page, number: int, sizes: TypeSizes, known: Collection[str], notices: list[Notice], scans: Scans
) -> list[Block | Table]:
    if is_undeciphered(page.marks):
        notices.append(unreadable(number, "stores its letters without saying which they are"))
        return [*_pictures(page, number)]
    marks, turn = upright(page.marks)
    aside = sideways_tables(marks, lambda part: read_page(part).grids, page=number, known=known)
    marks = aside.rest
    found = read_page(marks)
    in_grids = found.words
    loose = [word for word in marks.words if word not in in_grids]
    heads = heads_of_neighbours(loose, [grid.box for grid in found.grids])
    apart = {word for head in heads for word in head}
    blocks = _prose(marks, [word for word in loose if word not in apart], sizes, number, known)
    over = [card_of(head, sizes, number, known) for head in heads]
    tables = [*aside.tables, *(table_of(grid, marks.fills, page=number, known=known) for grid in found.grids)]
    for chart in found.charts:
        title = title_above(chart.box, blocks)
        if chart.rows:
            tables.append(chart_table(chart, number, title))
        if chart.unread or not chart.rows:
            notices.append(figure_without_data(number, title, chart.unread if chart.rows else ()))
    pictured = scans.parts(number)
    notices += [part for part in pictured if isinstance(part, Notice)]
    shown = [part for part in pictured if not isinstance(part, Notice)]
    if turn.angle:
        body = [*(_turned_back(part, turn) for part in with_captions(_woven(blocks, [*over, *tables]))), *shown]
    else:
        body = with_captions(_woven(blocks, [*over, *tables, *shown]))
    body += scans.unread(_pictures(page, number), number)
    body += [Block("furniture", one_line(stretch.text), number, rounded(stretch.box)) for stretch in page.furniture]
    notices += page_notices(page.marks, number, tables)
    body += [Block("paragraph", text, number, hidden=True) for text in hidden_lines(page.marks)]
    return body


def _prose(marks: Marks, words: Sequence[Word], sizes: TypeSizes, number: int, known: Collection[str]) -> list[Block]:
    """The blocks of running text, and those of each box put before the first that begins below the box's head."""
    panels = panels_of(marks, words)
    apart = {word for _, held in panels for word in held}
    loose = with_drawn_bullets([word for word in words if word not in apart], marks.fills)
    blocks = blocks_of(loose, sizes, number, marks.width, known)
    for box, held in reversed(panels):
        place = next((n for n, block in enumerate(blocks) if block.bbox and block.bbox[1] >= box[1]), len(blocks))
        few = len(held) <= WORDS_OF_A_CARD
        inside = with_drawn_bullets(held, marks.fills)
        blocks[place:place] = (
            [card_of(inside, sizes, number, known)] if few else blocks_of(inside, sizes, number, marks.width, known)
        )
    return blocks


def _pictures(page: _Page, number: int) -> list[Block]:
    """The pictures of a page; their alternative texts where there is one for each, else on blocks of their own."""
    boxes = [box for box in page.marks.pictures if area(box) > _LEAST_PICTURE]
    if len(boxes) == len(page.figures):
        return [Block("picture", text, number, rounded(box)) for box, text in zip(boxes, page.figures, strict=True)]
    unplaced = [Block("picture", text, number) for text in page.figures if text]
    return [*(Block("picture", "", number, rounded(box)) for box in boxes), *unplaced]


def _turned_back(part: Block | Table, turn: Turn) -> Block | Table:
    if turn.angle == 0 or part.bbox is None:
        return part
    box = rounded(turn.back(part.bbox))
    if isinstance(part, Block):
        return replace(part, bbox=box)
    cells = tuple(replace(cell, bbox=rounded(turn.back(cell.bbox)) if cell.bbox else None) for cell in part.cells)
    return replace(part, bbox=box, cells=cells)


def _woven(blocks: Sequence[Block], tables: Sequence[Block | Table]) -> list[Block | Table]:
    """Tables, and what pictures show, put between the blocks: each before the first that begins below its head."""
    woven: list[Block | Table] = list(blocks)
    for table in sorted(
        tables, key=lambda table: (table.bbox[1], table.bbox[0]) if table.bbox else (0, 0), reverse=True
    ):
        top = table.bbox[1] if table.bbox else 0.0
        place = next((n for n, part in enumerate(woven) if part.bbox and part.bbox[1] >= top), len(woven))
        woven.insert(place, table)
    return woven

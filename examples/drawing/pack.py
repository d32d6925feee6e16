"""The agenda pack as PDF: reports upright, the deck as landscape pages, every page stamped with its number in the pack.

The stamp stands at the foot of an upright page. On a slide it stands at the right edge half way up, as it does where
a pack is stamped for printing before its landscape pages are turned: there it comes to lie right of the table's head.
"""

import io
from functools import partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from drawing.contents import Deck, Rows, Slide
from drawing.pack_words import BLANK, BOARD, ITEMS, MEETING, Grid, Item, Part
from drawing.pictures import picture_png

_WIDE = landscape(A4)
_INK = HexColor("#7a1f2b")
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=8)
_NUMBERED = ParagraphStyle("numbered", _BODY, leftIndent=28, bulletIndent=0)
_HEADING = ParagraphStyle("heading", _BODY, fontName="Helvetica-Bold", fontSize=12, spaceBefore=8)
_TITLE = ParagraphStyle("title", _BODY, fontName="Helvetica-Bold", fontSize=16, leading=20, textColor=_INK)
_CELL = ParagraphStyle("cell", _BODY, fontSize=9.5, leading=12, spaceAfter=0)
_CENTRED = ParagraphStyle("centred", _CELL, alignment=1)
_COLOURS = {"Red": "#f08a80", "Amber": "#fbd27a", "Green": "#a9d8a0"}


def agenda_pack_pdf(deck: Deck) -> tuple[bytes, int]:
    """The pack, and the page that its deck begins on. Drawn twice: the agenda names pages that the first time tells."""
    _, starts = _drawn(deck, {})
    pack, starts = _drawn(deck, starts)
    return pack, starts["deck"]


def _drawn(deck: Deck, starts: dict[str, int]) -> tuple[bytes, dict[str, int]]:
    out, found = io.BytesIO(), dict[str, int]()
    pack = BaseDocTemplate(
        out, pagesize=A4, title=f"Agenda pack, {BOARD}", subject="An example paper; all but the scores is invented.",
        author="", invariant=1,
    )  # fmt: skip
    upright = Frame(65, 60, A4[0] - 130, A4[1] - 120, id="upright")
    slide = Frame(0, 0, *_WIDE, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0, id="slide")
    pack.addPageTemplates(
        [
            PageTemplate("paper", [upright], onPage=_stamp_foot, pagesize=A4),
            PageTemplate("slide", [slide], onPage=_stamp_edge, pagesize=_WIDE),
        ]
    )
    story = _front_sheet(starts)
    for number, item in enumerate(ITEMS, start=1):
        if item.report:
            story += [PageBreak(), _Mark(found, item.title), *_report(number, item)]
        if item.is_deck:
            story += [NextPageTemplate("slide"), PageBreak(), _Mark(found, "deck"), *_deck_pages(deck)]
            story += [NextPageTemplate("paper"), *_blank_page()]
    pack.build(story)
    found["end"] = pack.page
    return out.getvalue(), found


def _front_sheet(starts: dict[str, int]) -> list[Flowable]:
    story: list[Flowable] = [Paragraph(BOARD, _TITLE), Spacer(1, 10)]
    story += [Paragraph(f"<b>{label}:</b> {value}", _BODY) for label, value in MEETING]
    story += [
        Spacer(1, 8),
        Paragraph(
            "Papers can be had in other formats from Democratic Services, Leicestershire County Council. Meetings are "
            "open to the press and the public.",
            _BODY,
        ),
        Spacer(1, 10),
        Paragraph("AGENDA", _TITLE),
    ]
    lines = [
        (f"{number}.", item.title, _pages(item, starts) if item.report else "")
        for number, item in enumerate(ITEMS, start=1)
    ]
    cells = [[Paragraph(text, _CELL) for text in line] for line in (("Item", "Report", "Pages"), *lines)]
    rules = [("LINEBELOW", (0, 0), (-1, 0), 0.8, _INK), ("BOTTOMPADDING", (0, 0), (-1, -1), 7)]
    story += [Table(cells, colWidths=(40, 300, 110), style=rules, hAlign="LEFT"), PageBreak()]
    story += [
        Paragraph("Guidance for those who attend", _HEADING),
        Paragraph("If the alarm sounds, leave by the nearest exit and meet in the car park.", _BODY),
        Paragraph("Please switch telephones to silent. The meeting may be filmed by anybody who attends.", _BODY),
        Paragraph("Declarations", _HEADING),
        Paragraph("Members are reminded to declare an interest when the item begins.", _BODY),
    ]
    return story


def _pages(item: Item, starts: dict[str, int]) -> str:
    """From the first page of the report to the last before the next; zeros the first time the pack is drawn."""
    first = starts.get(item.title, 0)
    following = [page for page in starts.values() if page > first] if not item.is_deck else []
    return f"{first} - {min([*following, starts.get('end', 0)]) - (1 if following else 0)}"


def _report(number: int, item: Item) -> list[Flowable]:
    head = [
        Paragraph(f"Agenda Item {number}", ParagraphStyle("item", _HEADING, alignment=2)),
        Paragraph(BOARD.upper(), _HEADING),
        Paragraph(MEETING[0][1].upper(), _HEADING),
        Paragraph(item.title.upper(), _TITLE),
    ]
    return [*head, *(flowable for part in item.report for flowable in _part(part))]


def _part(part: Part) -> list[Flowable]:
    if isinstance(part, Grid):
        return [Paragraph(part.heading, _HEADING), _grid(part), Spacer(1, 12)]
    if part == "\f":
        return [PageBreak()]
    if part == BLANK:
        return _blank_page()
    if part.startswith("# "):
        return [Paragraph(part[2:], _HEADING)]
    number, tab, text = part.partition("\t")
    return [Paragraph(text, _NUMBERED, bulletText=number) if tab else Paragraph(part, _BODY)]


def _grid(grid: Grid) -> Table:
    """A ruled table: the wide column left-aligned, risk scores and RAG on their colours."""
    head, *body = grid.rows
    narrow = 62.0
    widths = [narrow] * len(head)
    if grid.wide:
        widths[0] = 40.0
    for column in range(len(head)):
        longest = max(stringWidth(row[column], "Helvetica", 9.5) for row in body)
        if column not in (0, grid.wide) and longest > 46:
            widths[column] = 110.0
    widths[grid.wide] = 465.0 - sum(width for column, width in enumerate(widths) if column != grid.wide)
    rules: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#808080")),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor("#ead9db")),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    for r, row in enumerate(grid.rows):
        colour = _COLOURS.get(row[-1]) or (_risk_colour(row) if "Impact (1-5)" in head and r else None)
        if colour:
            place = (-1, r) if row[-1] in _COLOURS else (4, r)
            rules.append(("BACKGROUND", place, place, HexColor(colour)))
    cells = [
        [Paragraph(f"<b>{text}</b>" if r == 0 else text, _cell_style(c, widths)) for c, text in enumerate(row)]
        for r, row in enumerate(grid.rows)
    ]
    return Table(cells, colWidths=widths, style=rules, hAlign="LEFT", repeatRows=1)


def _cell_style(column: int, widths: list[float]) -> ParagraphStyle:
    return _CENTRED if widths[column] < 100 and column else _CELL


def _risk_colour(row: tuple[str, ...]) -> str:
    score = int(row[4])
    return _COLOURS["Red" if score >= 15 else "Amber" if score >= 6 else "Green"]


def _deck_pages(deck: Deck) -> list[Flowable]:
    pages: list[Flowable] = [_Page(partial(_draw_title, deck=deck))]
    for slide in deck.slides:
        pages += [PageBreak(), _Page(partial(_draw_slide, deck=deck, slide=slide))]
    return pages


def _draw_title(canvas: Canvas, deck: Deck) -> None:
    _draw_furniture(canvas, deck)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(56, 510, deck.publisher)
    canvas.setFillColor(HexColor(deck.colour))
    canvas.setFont("Helvetica-Bold", 32)
    canvas.drawString(56, 370, deck.title)
    canvas.setFillColor(HexColor("#404040"))
    canvas.setFont("Helvetica", 18)
    for number, line in enumerate(deck.lines):
        canvas.drawString(56, 315 - 32 * number, line)


def _draw_slide(canvas: Canvas, deck: Deck, slide: Slide) -> None:
    _draw_furniture(canvas, deck)
    canvas.setFillColor(HexColor(deck.colour))
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(44, 520, slide.title)
    canvas.setFillColor(HexColor("#202020"))
    top = 470.0
    if slide.lead:
        canvas.setFont("Helvetica-Bold", 17)
        canvas.drawString(52, top, slide.lead)
        top -= 26
    bullet = ParagraphStyle("bullet", _BODY, fontSize=16, leading=21, leftIndent=20, textColor=HexColor("#202020"))
    for text in slide.bullets:
        line = Paragraph(text, bullet, bulletText="•")
        _, tall = line.wrap(700, 400)
        line.drawOn(canvas, 52, top - tall)
        top -= tall + 9
    if slide.table:
        _draw_table(canvas, deck, slide.table)
    _draw_pictures(canvas, slide)
    canvas.setFillColor(HexColor("#202020"))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(44, 62, slide.footnote)


def _draw_table(canvas: Canvas, deck: Deck, rows: Rows) -> None:
    """The table is hung so that the middle of its head row lies half way up the page, where the stamp is."""
    white = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=8, leading=10, alignment=1, textColor="white")
    figure = ParagraphStyle("figure", _CENTRED, fontSize=12, leading=20)
    cells = [[Paragraph(text, figure if r else white) for text in row] for r, row in enumerate(rows)]
    rules = [
        ("GRID", (0, 0), (-1, -1), 0.6, HexColor("#606060")),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(deck.colour)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ]
    table = Table(cells, colWidths=[760.0 / len(rows[0])] * len(rows[0]), style=rules)
    _, tall = table.wrap(_WIDE[0], _WIDE[1])
    table.drawOn(canvas, 34, _WIDE[1] / 2 + table._rowHeights[0] / 2 - tall)


def _draw_pictures(canvas: Canvas, slide: Slide) -> None:
    wide = 520.0 if len(slide.pictures) == 1 else 370.0
    for number, picture in enumerate(slide.pictures):
        left = 150.0 if len(slide.pictures) == 1 else 44 + 384 * number
        if picture.caption:
            caption = Paragraph(picture.caption, _HEADING)
            _, tall = caption.wrap(wide, 60)
            caption.drawOn(canvas, left, 470 - tall)
        image = ImageReader(io.BytesIO(picture_png(picture.name)))
        tall = wide * 480 / 900
        canvas.drawImage(image, left, 480 - tall if not picture.caption else 420 - tall, width=wide, height=tall)


def _draw_furniture(canvas: Canvas, deck: Deck) -> None:
    canvas.setFillColor(HexColor(deck.colour))
    canvas.rect(0, _WIDE[1] - 16, _WIDE[0], 16, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#202020"))
    canvas.setFont("Helvetica", 9)
    canvas.drawCentredString(_WIDE[0] / 2, 22, deck.marking)


def _stamp_foot(canvas: Canvas, pack: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawCentredString(A4[0] / 2, 28, str(pack.page))


def _stamp_edge(canvas: Canvas, pack: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawString(_WIDE[0] - 32, _WIDE[1] / 2 - 3.5, str(pack.page))


def _blank_page() -> list[Flowable]:
    return [PageBreak(), Spacer(1, 320), Paragraph(BLANK, ParagraphStyle("blank", _BODY, alignment=1))]


class _Mark(Flowable):
    """Takes no room; writes down the page that it comes to stand on."""

    def __init__(self, found: dict[str, int], name: str) -> None:
        super().__init__()
        self.found, self.name = found, name

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.found[self.name] = self.canv.getPageNumber()


class _Page(Flowable):
    """Fills a page with a drawing whose origin is the page's own."""

    def __init__(self, drawing: Any) -> None:
        super().__init__()
        self.drawing = drawing

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width - 1, height - 1

    def draw(self) -> None:
        self.canv.saveState()
        self.drawing(self.canv)
        self.canv.restoreState()

"""Slide decks as PPTX and PDF, and agenda packs with a deck inside."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pptx
from PIL import Image
from pptx.util import Inches, Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.support.briefings import heading_flowable, table_flowable
from tests.support.contents import LOOK_ALIKES, Rows, Slide, deck_slides

SLIDE = (720.0, 405.0)
"""Width and height of a slide in points."""
BLANK = "This page is intentionally left blank"


def deck_pptx(slides: Iterable[Slide] | None = None, **contents: Any) -> bytes:
    """A deck of `slides`, or of `deck_slides(**contents)`, with placeholders for titles and native tables."""
    deck = pptx.Presentation()
    deck.core_properties.last_modified_by = ""
    deck.slide_width, deck.slide_height = Pt(SLIDE[0]), Pt(SLIDE[1])
    for slide in deck_slides(**contents) if slides is None else slides:
        _add_slide(deck, slide)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def deck_pdf(slides: Iterable[Slide] | None = None, **contents: Any) -> bytes:
    """The same deck as PDF, one landscape page a slide."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SLIDE, invariant=1)
    for slide in deck_slides(**contents) if slides is None else slides:
        _draw_slide(canvas, slide)
    canvas.save()
    return out.getvalue()


def agenda_pack_pdf(
    slides: Sequence[Slide] | None = None,
    *,
    committee: str = "Safer Communities Strategy Board",
    other_tables: Mapping[str, Rows] = LOOK_ALIKES,
    **contents: Any,
) -> bytes:
    """An agenda pack: front sheet, one upright page for each other table, the deck, a blank page.

    Every page is stamped with its number in the pack: at the foot where upright, at the right edge level with the
    head of the table where it is a slide. The first slide is therefore page `2 + len(other_tables)`.
    """
    deck = deck_slides(**contents) if slides is None else slides
    date = contents.get("date", "30th June 2023")
    items = [*other_tables, "Prevent Duty Benchmarking"]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    front = ["AGENDA", f"Meeting: {committee}", f"Date: {date}", *(f"{n}. {item}" for n, item in enumerate(items, 1))]
    _draw_upright(canvas, committee, front, ())
    for heading, rows in other_tables.items():
        _draw_upright(canvas, heading, (), rows)
    for slide in deck:
        _draw_slide(canvas, slide, stamp=str(canvas.getPageNumber()))
    _draw_upright(canvas, "", (BLANK,), ())
    canvas.save()
    return out.getvalue()


def _add_slide(deck: Any, slide: Slide) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[5])
    page.shapes.title.text = slide.title
    title = page.shapes.title
    title.left, title.top, title.width, title.height = Inches(0.3), Inches(0.2), Inches(9.4), Inches(0.8)
    if slide.lines:
        frame = page.shapes.add_textbox(Inches(0.6), Inches(1.3), Inches(8.6), Inches(2.5)).text_frame
        frame.word_wrap = True
        frame.text = slide.lines[0]
        for line in slide.lines[1:]:
            frame.add_paragraph().text = line
    if slide.table:
        shape = page.shapes.add_table(
            len(slide.table), len(slide.table[0]), Inches(0.3), Inches(1.6), Inches(9.3), Inches(1.5)
        )
        for row, texts in enumerate(slide.table):
            for column, text in enumerate(texts):
                shape.table.cell(row, column).text = text
                shape.table.cell(row, column).text_frame.paragraphs[0].font.size = Pt(9)
    for number in range(slide.pictures):
        page.shapes.add_picture(io.BytesIO(picture_png()), Inches(0.6 + 4.5 * number), Inches(1.4), width=Inches(4))
    for text, top in ((slide.footnote, 5.0), (slide.stamp, 5.2)):
        if text:
            page.shapes.add_textbox(Inches(0.6), Inches(top), Inches(5), Inches(0.3)).text_frame.text = text


def _draw_slide(canvas: Canvas, slide: Slide, stamp: str = "") -> None:
    width, height = SLIDE
    canvas.setPageSize(SLIDE)
    canvas.setFont("Helvetica-Bold", 22)
    canvas.drawString(36, height - 50, slide.title)
    canvas.setFont("Helvetica", 14)
    for number, line in enumerate(slide.lines):
        canvas.drawString(48, height - 95 - 24 * number, line)
    for number in range(slide.pictures):
        canvas.drawImage(ImageReader(io.BytesIO(picture_png())), 48 + 320 * number, 120, width=300, height=200)
    head = height / 2
    if slide.table:
        columns = len(slide.table[0])
        grid = table_flowable(slide.table, size=7.0, widths=[(width - 96) / columns] * columns)
        _, tall = grid.wrapOn(canvas, width, height)
        grid.drawOn(canvas, 36, height - 100 - tall)
        head = height - 100 - grid._rowHeights[0] / 2
    canvas.setFont("Helvetica", 10)
    canvas.drawString(48, 40, slide.footnote)
    canvas.drawString(width - 36, head, stamp or slide.stamp)
    canvas.showPage()


def _draw_upright(canvas: Canvas, heading: str, lines: Sequence[str], rows: Rows) -> None:
    width, height = A4
    canvas.setPageSize(A4)
    title = heading_flowable(heading)
    title.wrapOn(canvas, width - 120, height)
    title.drawOn(canvas, 60, height - 90)
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(lines):
        canvas.drawString(60, height - 130 - 20 * number, line)
    if rows:
        grid = table_flowable(rows)
        _, tall = grid.wrapOn(canvas, width - 120, height)
        grid.drawOn(canvas, 60, height - 130 - tall)
    canvas.drawCentredString(width / 2, 28, str(canvas.getPageNumber()))
    canvas.showPage()


def picture_png() -> bytes:
    """A chequered picture without any text inside."""
    image = Image.new("RGB", (60, 40), "#63be7b")
    for x in range(0, 60, 20):
        image.paste("#f8696b", (x, 0, x + 10, 20))
        image.paste("#ffeb84", (x + 10, 20, x + 20, 40))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()

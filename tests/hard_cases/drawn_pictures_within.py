"""Score tables that are pictures inside papers of text: pages, slides, letters; and charts that are pictures."""

import io
import math
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import docx
from docx.shared import Cm
from pptx import Presentation
from pptx.util import Inches, Pt
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.hard_cases.drawn_pictures import AREA_FACTS, AREAS, FIVE_AREAS, TWO_YEARS, YEAR_FACTS, YEARS
from tests.hard_cases.facts import Case, facts_of
from tests.hard_cases.score_sheets import AFTER, PROSE, letter, scores, table
from tests.hard_cases.spoiling import as_bytes, blurred, grained, photographed, scanned, shot, stored
from tests.support.drawn_pdf import Page, Sheet

COUNCILS = ("Ashby", "Belton", "Coleby", "Denham", "Eastry", "Foxton", "Garford", "Hexby")
HEATMAP = scores(COUNCILS, seed=4)


def heatmap(sheet: Sheet) -> None:
    """What a spreadsheet gives as a picture: coloured cells, white rules."""
    sheet.text(10, 16, "Prevent benchmark scores 2022", size=12, bold=True)
    table(sheet, 10, 26, HEATMAP, COUNCILS, label_width=165, width=46, height=19, rule_colour="#ffffff", coloured=True)


def ruled(sheet: Sheet) -> None:
    """A table copied from a document."""
    table(sheet, 6, 6, TWO_YEARS, YEARS, label_width=180, width=55, height=19)


def bare(sheet: Sheet) -> None:
    """A table without rules, from a presentation."""
    table(sheet, 10, 10, FIVE_AREAS, AREAS, label_width=180, width=56, height=20, rules="book")


A4 = (595.0, 842.0)
Draw: TypeAlias = Callable[[Path], Path]
HEATMAP_SIZE, RULED_SIZE, BARE_SIZE = (555.0, 190.0), (302.0, 164.0), (480.0, 184.0)


def on_a_page(folder: Path, *placed: tuple[ImageReader, tuple[float, float, float, float], float]) -> Path:
    """A page of text set by a program, with pictures of a width and height set at a place and turned by an angle."""
    path = folder / "report.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    sheet = Sheet(canvas, *A4)
    letter(sheet, "Prevent: position of the districts")
    for picture, (x, top, width, height), angle in placed:
        canvas.saveState()
        canvas.translate(x, A4[1] - top)
        canvas.rotate(angle)
        canvas.drawImage(picture, 0, -height, width, height)
        canvas.restoreState()
    sheet.lines(60, 640, [*PROSE, *AFTER], size=9.2)
    sheet.text(297, 815, "Page 4", size=8, align="centre")
    canvas.save()
    return path


def heatmap_in_a_page(kind: str, quality: int = 80, dots_an_inch: int = 130) -> Draw:
    """The heatmap as wide as the text."""

    def drawn(folder: Path) -> Path:
        seen = shot(folder, heatmap, size=HEATMAP_SIZE, dots_an_inch=dots_an_inch)
        picture = stored(seen, kind=kind, quality=quality)
        return on_a_page(folder, (picture, (60, 230, 475, 163), 0.0))

    return drawn


def two_in_a_page(folder: Path) -> Path:
    """Two tables below one another, each a picture of its own, beside a logo."""
    first = stored(shot(folder, ruled, size=RULED_SIZE), kind="PNG")
    second = stored(shot(folder, bare, size=BARE_SIZE), quality=85)
    return on_a_page(folder, (first, (60, 225, 240, 130), 0.0), (second, (60, 415, 400, 153), 0.0))


def turned_in_a_page(folder: Path) -> Path:
    """A picture stored sideways that the page turns back."""
    picture = shot(folder, heatmap, size=HEATMAP_SIZE).rotate(90, expand=True)
    return on_a_page(folder, (stored(picture), (60 + 475, 230, 163, 475), -90.0))


def in_strips(folder: Path) -> Path:
    """A picture that the program that wrote the file cut into strips."""
    whole = shot(folder, heatmap, size=HEATMAP_SIZE)
    step, placed = 64, []
    for top in range(0, whole.height, step):
        strip = whole.crop((0, top, whole.width, min(top + step, whole.height)))
        by = 475 / whole.width
        placed.append((stored(strip, kind="PNG"), (60.0, 230 + top * by, 475.0, strip.height * by), 0.0))
    return on_a_page(folder, *placed)


def in_a_letter(folder: Path) -> Path:
    """A Word file with a copied table."""
    paper = docx.Document()
    paper.add_heading("Prevent annual update", 1)
    paper.add_paragraph(" ".join(PROSE))
    paper.add_paragraph("Table 1: Benchmark scores 2022 by district")
    paper.add_picture(io.BytesIO(as_bytes(shot(folder, heatmap, size=HEATMAP_SIZE), kind="PNG")), width=Cm(16))
    paper.add_paragraph(" ".join(AFTER))
    paper.save(str(folder / "letter.docx"))
    return folder / "letter.docx"


def on_a_slide(folder: Path) -> Path:
    """A slide with a title and a table that was pasted as a picture and cut at its foot."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Prevent benchmarks: two years"
    picture = slide.shapes.add_picture(
        io.BytesIO(as_bytes(shot(folder, ruled, size=RULED_SIZE), kind="JPEG")), Inches(1), Inches(1.8), Inches(6)
    )
    picture.crop_bottom = 0.0
    box = slide.shapes.add_textbox(Inches(1), Inches(6.6), Inches(8), Inches(0.5))
    box.text_frame.text = "Scores agreed by the board in September 2022"
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
    deck.save(str(folder / "deck.pptx"))
    return folder / "deck.pptx"


def slide_photographed(folder: Path) -> Path:
    """A photograph of a screen, put on a page of its own."""

    def slide(sheet: Sheet) -> None:
        sheet.fill(0, 0, 720, 62, "#1f3864")
        sheet.text(30, 42, "Prevent: scores of the last two years", size=26, bold=True, colour="#ffffff")
        table(sheet, 40, 90, SHORT, YEARS, label_width=380, width=120, height=34, size=18)
        sheet.text(30, 385, "Safer Communities Team", size=12)

    picture = photographed(shot(folder, slide, size=(720, 405), dots_an_inch=130))
    path = folder / "photo.pdf"
    canvas = Canvas(str(path), pagesize=(picture.width / 2, picture.height / 2))
    canvas.drawImage(stored(picture, quality=80), 0, 0, picture.width / 2, picture.height / 2)
    canvas.save()
    return path


SHORT = TWO_YEARS
FIGURES = {"Ashby": 61, "Belton": 34, "Coleby": 78, "Denham": 45, "Eastry": 52, "Foxton": 87}


def column_chart(*, labelled: bool) -> Page:
    """Columns as a spreadsheet draws them, on an axis from 0 to 100."""

    def page(sheet: Sheet) -> None:
        sheet.text(150, 22, "Share of staff trained, 2022", size=13, bold=True)
        for step in range(6):
            y = 220 - step * 34
            sheet.rule(45, y, 420, y, colour="#d0d0d0")
            sheet.text(38, y + 3, str(step * 20), size=9, align="right")
        for place, (name, figure) in enumerate(FIGURES.items()):
            x = 60 + place * 60
            sheet.fill(x, 220 - figure * 1.7, x + 36, 220, "#4472c4")
            sheet.text(x + 18, 234, name, size=9, align="centre")
            if labelled:
                sheet.text(x + 18, 216 - figure * 1.7, str(figure), size=9, align="centre")

    return page


def bar_chart(sheet: Sheet) -> None:
    """Lying bars on an axis from 0 to 5."""
    sheet.text(120, 20, "Average benchmark score by district", size=13, bold=True)
    for step in range(6):
        x = 110 + step * 60
        sheet.rule(x, 34, x, 200, colour="#d0d0d0")
        sheet.text(x, 214, str(step), size=9, align="centre")
    for place, (name, figure) in enumerate(FIGURES.items()):
        y = 42 + place * 26
        sheet.fill(110, y, 110 + figure * 3.4, y + 16, "#ed7d31")
        sheet.text(104, y + 12, name, size=9, align="right")


def line_chart(sheet: Sheet) -> None:
    """Two lines over five years with a legend."""
    sheet.text(130, 22, "Weighted score over time", size=13, bold=True)
    for step in range(6):
        y = 210 - step * 32
        sheet.rule(45, y, 420, y, colour="#d0d0d0")
        sheet.text(38, y + 3, f"{step}.0", size=9, align="right")
    for colour, heights in (("#4472c4", (2.1, 2.8, 3.0, 3.4, 4.1)), ("#ed7d31", (3.2, 3.1, 3.5, 2.9, 3.3))):
        points = [(80 + 80 * n, 210 - 32 * height) for n, height in enumerate(heights)]
        for (x0, y0), (x1, y1) in pairwise(points):
            sheet.rule(x0, y0, x1, y1, width=2, colour=colour)
    for n in range(5):
        sheet.text(80 + 80 * n, 226, str(2018 + n), size=9, align="centre")
    for n, name in enumerate(("District", "County average")):
        sheet.fill(140 + 110 * n, 242, 150 + 110 * n, 248, ("#4472c4", "#ed7d31")[n])
        sheet.text(156 + 110 * n, 249, name, size=9)


def pie_chart(sheet: Sheet) -> None:
    """Slices with their shares printed on them."""
    sheet.text(120, 22, "Benchmarks met in 2022", size=13, bold=True)
    start = 90.0
    for share, colour, name in ((50, "#1e8449", "Exceeded"), (30, "#f1c40f", "Met"), (20, "#c0392b", "Not met")):
        sheet.canvas.setFillColor(colour)
        sheet.canvas.wedge(120, 30, 300, 210, start, share * 3.6, stroke=0, fill=1)
        middle = math.radians(start + share * 1.8)
        sheet.text(210 + 60 * math.cos(middle), 135 - 60 * math.sin(middle), f"{share}%", size=11, align="centre")
        sheet.text(340, 80 + 20 * (start // 90), name, size=10)
        start += share * 3.6


def chart_in_a_page(page: Page) -> Draw:
    """The chart as a picture under a line that names it."""

    def drawn(folder: Path) -> Path:
        picture = stored(shot(folder, page, size=(440, 260), dots_an_inch=150), kind="PNG")
        return on_a_page(folder, (picture, (60, 240, 440, 260), 0.0))

    return drawn


def chart_scanned(folder: Path) -> Path:
    """A page of a report that was scanned, with a chart on it."""

    def page(sheet: Sheet) -> None:
        letter(sheet, "Training in the districts")
        sheet.lines(60, 540, AFTER, size=9.2)
        sheet.canvas.translate(60, -240)
        column_chart(labelled=False)(sheet)

    return scanned(folder, page, size=(500.0, 580.0), spoil=(blurred(0.4), grained(3.0)))


HEATMAP_FACTS = facts_of(HEATMAP, COUNCILS)
SHORT_FACTS = facts_of(SHORT, YEARS)
CHART_WORDS = (*FIGURES, *map(str, FIGURES.values()), "20", "40", "60", "80", "2.0", "3.0", "50%", "30%", "2020")


def _chart(title: str, draw: Draw) -> Case:
    return Case(45, title, draw, image=True, absent=CHART_WORDS)


CASES: tuple[Case, ...] = (
    Case(42, "heatmap as JPEG in a page of text", heatmap_in_a_page("JPEG"), HEATMAP_FACTS, image=True),
    Case(42, "heatmap as PNG in a page of text", heatmap_in_a_page("PNG"), HEATMAP_FACTS, image=True),
    Case(42, "heatmap copied coarsely from a screen", heatmap_in_a_page("PNG", 0, 96), HEATMAP_FACTS, image=True),
    Case(42, "two pictures of tables on one page", two_in_a_page, (*YEAR_FACTS, *AREA_FACTS), image=True),
    Case(42, "picture stored sideways, turned by its page", turned_in_a_page, HEATMAP_FACTS, image=True),
    Case(42, "picture cut into strips", in_strips, HEATMAP_FACTS, image=True),
    Case(42, "heatmap as a picture in a Word file", in_a_letter, HEATMAP_FACTS, image=True),
    Case(42, "table as a picture on a slide", on_a_slide, YEAR_FACTS, image=True),
    Case(44, "photo of a slide, from beside, in uneven light", slide_photographed, SHORT_FACTS, image=True),
    _chart("picture of a column chart with labels", chart_in_a_page(column_chart(labelled=True))),
    _chart("picture of a column chart with an axis", chart_in_a_page(column_chart(labelled=False))),
    _chart("picture of a bar chart", chart_in_a_page(bar_chart)),
    _chart("picture of a line chart", chart_in_a_page(line_chart)),
    _chart("picture of a pie chart", chart_in_a_page(pie_chart)),
    _chart("scanned page with a chart", chart_scanned),
)

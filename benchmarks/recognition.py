"""How surely figures are read off pictures: draws score tables, spoils them as scanners do, and counts.

    uv run python benchmarks/recognition.py [PAGES_OF_A_KIND]

Prints one line for each kind of table and resolution: how many figures there were, how many were read right, wrong,
or not at all, how many wrong ones came with a confidence from which a value may be accepted, and how many right ones
were doubted. The last columns are the share of right figures with a confidence of at least 0.97, and seconds a page.
"""

import io
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Cell, Table
from extractors.grids.grid import table_of
from extractors.grids.reading import read_page
from extractors.recognition import Picture, recognise

WIDTH, HEIGHT = 595, 420
ACCEPTED_FROM, CLEAN_FROM = 0.85, 0.97
KINDS = ("ruled", "heatmap", "white rules", "bare", "book")
RESOLUTIONS = (100, 150, 200, 300)
FONTS = ("Helvetica", "Helvetica-Bold", "Times-Roman", "Courier")
COLOURS = ("#c0392b", "#e67e22", "#f1c40f", "#7dcea0", "#1e8449", "#d6eaf8", "#2e4053")
LABELS = (
    "Risk Assessment",
    "Partnership Board",
    "Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Problem Solving",
    "Training",
    "Venue Hire",
    "Engagement",
    "Communications",
)
HEADS = ("Ashby", "Belton", "Coleby", "Denham", "Eastry", "Foxton")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as drawn, and how it was spoiled: turned by degrees, blurred, stored as JPEG of this quality."""

    rows: tuple[tuple[str, ...], ...]
    kind: str
    font: str
    size: float
    dots_an_inch: int
    turn: float
    blur: float
    quality: int


def sheets(kind: str, dots_an_inch: int, pages: int) -> Iterator[Sheet]:
    chance = random.Random(f"{kind} {dots_an_inch}")
    for number in range(pages):
        rows = [("Benchmark", *HEADS)]
        rows += [(label, *(str(chance.randrange(10)) for _ in HEADS)) for label in LABELS]
        spoiled = number % 2 == 1
        yield Sheet(
            tuple(rows),
            kind,
            chance.choice(FONTS),
            chance.choice((9.0, 10.0, 11.0, 12.0)),
            dots_an_inch,
            chance.uniform(-2, 2) if spoiled else 0.0,
            chance.uniform(0.3, 0.7) * dots_an_inch / 150 if spoiled else 0.0,
            45 if spoiled else 90,
        )


def painted(sheet: Sheet) -> Picture:
    """The sheet as a page of a paper shows it: drawn, spoiled, and painted again at 200 dots an inch."""
    page = pdfium.PdfDocument(drawn(sheet))[0]
    image = page.render(scale=sheet.dots_an_inch / 72).to_pil().convert("RGB")
    if sheet.turn:
        image = image.rotate(sheet.turn, Image.Resampling.BICUBIC, fillcolor="white")
    if sheet.blur:
        image = image.filter(ImageFilter.GaussianBlur(sheet.blur))
        grain = np.random.default_rng(7).normal(0, 5, (image.height, image.width, 1))
        image = Image.fromarray(np.clip(np.asarray(image) * 0.96 + grain, 0, 255).astype(np.uint8))
    stored = io.BytesIO()
    image.save(stored, "JPEG", quality=sheet.quality)
    shown = Image.open(stored).resize((round(WIDTH * 200 / 72), round(HEIGHT * 200 / 72)), Image.Resampling.BILINEAR)
    pixels = np.ascontiguousarray(np.asarray(shown)[:, :, ::-1])
    return Picture(pixels.tobytes(), shown.width * 3, shown.width, shown.height, 200 / 72)


def drawn(sheet: Sheet) -> bytes:
    stored = io.BytesIO()
    canvas = Canvas(stored, pagesize=(WIDTH, HEIGHT))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, HEIGHT - 40, "Prevent benchmark scores for the councils of the county in 2022")
    xs = [60, 190, *(190 + 55 * n for n in range(1, len(HEADS) + 1))]
    pitch = sheet.size + 11
    ys = [HEIGHT - 60 - pitch * n for n in range(len(sheet.rows) + 1)]
    for r, row in enumerate(sheet.rows):
        for c, text in enumerate(row):
            _cell(canvas, sheet, (xs[c], ys[r + 1], xs[c + 1], ys[r]), r, c, text)
    canvas.setLineWidth(0.6)
    canvas.setStrokeColor(HexColor("#ffffff" if sheet.kind == "white rules" else "#000000"))
    for number, y in enumerate(ys):
        if sheet.kind in ("ruled", "white rules") or (sheet.kind == "book" and number in (0, 1, len(ys) - 1)):
            canvas.line(xs[0], y, xs[-1], y)
    for x in xs if sheet.kind in ("ruled", "white rules") else ():
        canvas.line(x, ys[0], x, ys[-1])
    canvas.save()
    return stored.getvalue()


def _cell(
    canvas: Canvas, sheet: Sheet, box: tuple[float, float, float, float], row: int, column: int, text: str
) -> None:
    ink = "#000000"
    if sheet.kind in ("heatmap", "white rules") and row and column:
        colour = COLOURS[int(text) % len(COLOURS)]
        canvas.setFillColor(HexColor(colour))
        canvas.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke=0, fill=1)
        ink = "#ffffff" if colour in ("#c0392b", "#1e8449", "#2e4053") else ink
    canvas.setFillColor(HexColor(ink))
    canvas.setFont(sheet.font, sheet.size)
    base = (box[1] + box[3]) / 2 - sheet.size * 0.35
    if column:
        canvas.drawCentredString((box[0] + box[2]) / 2, base, text)
    else:
        canvas.drawString(box[0] + 4, base, text)


def counted(sheet: Sheet, *, tell: bool = False) -> Counter[str]:
    found = recognise(painted(sheet))
    tables = [found.placed(table_of(grid, found.marks.fills, page=1)) for grid in read_page(found.marks).grids]
    places = [table.places for table in tables if isinstance(table, Table)]
    counts: Counter[str] = Counter()
    for row in sheet.rows[1:]:
        for column, text in enumerate(row[1:], start=1):
            cell = _found(places, row[0], sheet.rows[0][column])
            verdict = _verdict(cell, text)
            counts[verdict] += 1
            if cell and verdict == "right":
                counts["clean"] += cell.confidence >= CLEAN_FROM
                counts["doubted"] += cell.confidence < ACCEPTED_FROM
            if cell and verdict == "wrong":
                counts["believed"] += cell.confidence >= ACCEPTED_FROM
            if tell and verdict != "right":
                print(f"   {row[0]} / {sheet.rows[0][column]}: {text}, read {cell}; {sheet.font} {sheet.size}")
    return counts


def _verdict(cell: Cell | None, text: str) -> str:
    if cell is None or not cell.text:
        return "missing"
    return "right" if cell.text == text else "wrong"


def _found(places: list[tuple[tuple[Cell | None, ...], ...]], label: str, head: str) -> Cell | None:
    """The cell in the row and under the head of these names."""
    for table in places:
        heads = [cell.text if cell else "" for cell in table[0]]
        for row in table:
            if head in heads and row[0] and row[0].text.replace(" ", "") == label.replace(" ", ""):
                return row[heads.index(head)]
    return None


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    print("kind         dpi  figures  right %  wrong  believed  missing  doubted  clean %  s/page")
    total: Counter[str] = Counter()
    for kind in KINDS:
        for dots_an_inch in RESOLUTIONS:
            start, counts = time.perf_counter(), Counter[str]()
            for sheet in sheets(kind, dots_an_inch, pages):
                counts += counted(sheet, tell="-v" in sys.argv)
            print(_line(f"{kind:<12} {dots_an_inch:>3}", counts, (time.perf_counter() - start) / pages), flush=True)
            total += counts
    print(_line(f"{'all':<16}", total, 0.0))


def _line(name: str, counts: Counter[str], seconds: float) -> str:
    figures = counts["right"] + counts["wrong"] + counts["missing"]
    right, clean = 100 * counts["right"] / figures, 100 * counts["clean"] / max(counts["right"], 1)
    return (
        f"{name}  {figures:>7}  {right:>7.2f}  {counts['wrong']:>5}  {counts['believed']:>8}  {counts['missing']:>7}  "
        f"{counts['doubted']:>7}  {clean:>7.1f}  {seconds:>6.1f}"
    )


if __name__ == "__main__":
    main()

"""Papers of invented councils that are measured with, and the scores that stand in them.

A pack is prose as in agenda packs with one page of scores, a report that page alone, and the same as DOCX and PPTX. The
scores stand in a ruled list of years, a list without rules, or a grid of six councils, ruled or told by fills alone:
half of the grids and lists of each kind of file are ruled, as most in council papers are.
"""

import io
import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from docx import Document
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.packs import LABELS, agenda_pack

SHARES = {"pack": 4, "report": 3, "docx": 2, "pptx": 1}
PACK_PAGES = (20, 30, 40, 50, 60)
FORMS = ("ruled list", "ruled grid", "plain list", "filled grid")
_BEGINNINGS = ("Alder", "Brack", "Corven", "Dun", "Elm", "Fen", "Gals", "Hart", "Ister", "Jarr")
_ENDINGS = ("mere", "wick", "marsh", "combe", "stead", "thorpe", "bourne", "holme", "garth", "minster")
_COUNCILS = tuple(beginning + ending for beginning in _BEGINNINGS for ending in _ENDINGS)
_FILLS = ("#c0392b", "#e67e22", "#f1c40f", "#7dcea0", "#58d68d")
_IN_A_GRID = 6
_OPENING = "Paper {} for the Safer Communities Committee: what was found this year."
CONFIGURATION = "scorepack.toml"


@dataclass(frozen=True, slots=True)
class Score:
    """One score as a paper shows it: under which head, and of whom and when that is."""

    label: str
    head: str
    code: str
    year: int
    score: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that was drawn."""

    path: Path
    kind: str
    form: str
    pages: int
    scores: Sequence[Score]


def configured(place: Path) -> Path:
    """A configuration that reads the folder `papers` of this place, and knows the invented councils."""
    head = "code,name,short_name,type,region,nation,county_la_code,valid_from,valid_to,alternative_names"
    rows = (
        f"X{number:03},{name} Borough Council,{name},unitary,Wendmark,England,,,,"
        for number, name in enumerate(_COUNCILS)
    )
    (place / "councils.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    (place / "regions.csv").write_text("code,name,nation,alternative_names\nXR1,Wendmark,England,\n", encoding="utf-8")
    config = place / CONFIGURATION
    config.write_text(
        'sources = ["papers"]\nwarehouse = "w.duckdb"\nout = "published"\n'
        '[registers]\nauthorities = ["councils.csv"]\nregions = ["regions.csv"]\n',
        encoding="utf-8",
    )
    return config


def write_papers(folder: Path, count: int, kinds: Collection[str] = SHARES) -> list[Paper]:
    """So many papers of these kinds, by their shares; the same every time."""
    folder.mkdir()
    order = [kind for kind, share in SHARES.items() if kind in kinds for _ in range(share)]
    prose = _prose(folder) if "pack" in kinds else {}
    return [_paper(folder, number, order[number % len(order)], prose) for number in range(count)]


def _prose(folder: Path) -> dict[int, bytes]:
    """The pages of packs of each size before the scores are put in."""
    path = folder / "prose.pdf"
    prose = {pages: agenda_pack(path, pages, relevant=()).read_bytes() for pages in PACK_PAGES}
    path.unlink()
    return prose


def _paper(folder: Path, number: int, kind: str, prose: dict[int, bytes]) -> Paper:
    chance = random.Random(number)
    form, pages = chance.choice(FORMS), 1
    heading, heads, scores = _table(form, chance)
    rows, opening = _rows(heads, scores), _OPENING.format(number)
    path = folder / f"{kind}-{number:04}.{kind if kind in ('docx', 'pptx') else 'pdf'}"
    if kind == "docx":
        _write_docx(path, heading, opening, rows)
    elif kind == "pptx":
        _write_pptx(path, heading, opening, rows)
    else:
        page = _page(heading, opening, rows, form)
        if kind == "pack":
            pages = chance.choice(PACK_PAGES)
            page = _inserted(page, prose[pages], chance.randrange(5, pages))
        path.write_bytes(page)
    return Paper(path, kind, form, pages, scores)


def _table(form: str, chance: random.Random) -> tuple[str, list[str], list[Score]]:
    """The heading over a table, its column heads and its scores, row by row."""
    year = chance.randrange(2020, 2024)
    if form.endswith("list"):
        council = chance.randrange(len(_COUNCILS))
        columns = [(str(past), council, past) for past in (year - 1, year)]
        heading = f"Prevent benchmarks: {_COUNCILS[council]} Borough Council"
    else:
        chosen = sorted(chance.sample(range(len(_COUNCILS)), _IN_A_GRID))
        columns = [(_COUNCILS[council], council, year) for council in chosen]
        heading = f"Prevent benchmark scores of councils, {year}"
    scores = [
        # it follows from whom, when and what alone, so that papers agree with one another
        Score(label, head, f"X{council:03}", past, random.Random(f"{council} {past} {label}").randint(1, 5))
        for label in LABELS
        for head, council, past in columns
    ]
    return heading, [head for head, _, _ in columns], scores


def _rows(heads: Sequence[str], scores: Sequence[Score]) -> list[list[str]]:
    return [
        ["Benchmark", *heads],
        *([label, *(str(one.score) for one in scores if one.label == label)] for label in LABELS),
    ]


def write_one_page(path: Path) -> Path:
    """A report of one page with a ruled list."""
    heading, heads, scores = _table("ruled list", random.Random(0))
    path.write_bytes(_page(heading, _OPENING.format(0), _rows(heads, scores), "ruled list"))
    return path


def _page(heading: str, opening: str, rows: Sequence[Sequence[str]], form: str) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(50, 780, heading)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(50, 760, opening)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            left, foot, width = (50 if c == 0 else 150 + 60 * c), 720 - 18 * r, (160 if c == 0 else 60)
            if form == "filled grid" and r and c:
                canvas.setFillColor(HexColor(_FILLS[int(text) - 1]))
                canvas.rect(left, foot, width, 18, stroke=0, fill=1)
                canvas.setFillColor(HexColor("#000000"))
            elif form.startswith("ruled"):
                canvas.rect(left, foot, width, 18)
            canvas.drawString(left + 4, foot + 5, text)
    canvas.save()
    return written.getvalue()


def _inserted(page: bytes, prose: bytes, place: int) -> bytes:
    """The pack with the page put in at a place."""
    pack, one = pdfium.PdfDocument(prose), pdfium.PdfDocument(page)
    try:
        pack.import_pages(one, index=place)
        written = io.BytesIO()
        pack.save(written)
        return written.getvalue()
    finally:
        one.close()
        pack.close()


def _write_docx(path: Path, heading: str, opening: str, rows: Sequence[Sequence[str]]) -> None:
    document = Document()
    document.add_heading(heading, 1)
    for _ in range(8):
        document.add_paragraph(f"{opening} The committee is asked to note the report and to agree the next steps.")
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


def _write_pptx(path: Path, heading: str, opening: str, rows: Sequence[Sequence[str]]) -> None:
    deck = Presentation()
    for title in (opening, heading):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
    across, down = Inches(9), Inches(4)
    table = slide.shapes.add_table(len(rows), len(rows[0]), Inches(0.5), Inches(1.8), across, down).table
    for r, texts in enumerate(rows):
        for c, text in enumerate(texts):
            table.cell(r, c).text = text
    deck.save(str(path))

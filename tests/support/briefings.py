"""Committee briefings with a letterhead and one score table, as DOCX and PDF."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.support.contents import (
    BENCHMARKS,
    SEFTON,
    Orientation,
    Rows,
    Scores,
    letterhead_of,
    score_grid,
    score_sentence,
)


def briefing_docx(
    *,
    authority: str = "Sefton",
    date: str = "8 September 2022",
    title: str = "Prevent Update",
    scores: Scores = SEFTON,
    labels: Sequence[str] = BENCHMARKS,
    orientation: Orientation = "down",
    letterhead: Mapping[str, str] | None = None,
    paragraphs: Sequence[str] | None = None,
    extra_tables: Mapping[str, Rows] | None = None,
) -> bytes:
    """A Word briefing. `paragraphs` replaces the words before the table; `extra_tables` follow it under headings."""
    paper = docx.Document()
    for label, value in (letterhead_of(authority, date, title) if letterhead is None else letterhead).items():
        line = paper.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(value)
    paper.add_heading("Prevent Benchmarks", level=1)
    for paragraph in (score_sentence(authority),) if paragraphs is None else paragraphs:
        paper.add_paragraph(paragraph)
    _add_word_table(paper, score_grid(scores, labels=labels, orientation=orientation))
    for heading, rows in (extra_tables or {}).items():
        paper.add_heading(heading, level=2)
        _add_word_table(paper, rows)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def briefing_pdf(
    *,
    authority: str = "Sefton",
    date: str = "8 September 2022",
    title: str = "Prevent Update",
    scores: Scores = SEFTON,
    labels: Sequence[str] = BENCHMARKS,
    orientation: Orientation = "down",
    letterhead: Mapping[str, str] | None = None,
    paragraphs: Sequence[str] | None = None,
    extra_tables: Mapping[str, Rows] | None = None,
    ruled: bool = True,
) -> bytes:
    """The same briefing as PDF, A4 upright; `ruled=False` draws the tables without a single line."""
    body = getSampleStyleSheet()["BodyText"]
    heads = letterhead_of(authority, date, title) if letterhead is None else letterhead
    story: list[Flowable] = [Paragraph(f"<b>{label}:</b> {value}", body) for label, value in heads.items()]
    story += [heading_flowable("Prevent Benchmarks")]
    story += [Paragraph(text, body) for text in ((score_sentence(authority),) if paragraphs is None else paragraphs)]
    story += [Spacer(1, 8), table_flowable(score_grid(scores, labels=labels, orientation=orientation), ruled=ruled)]
    for heading, rows in (extra_tables or {}).items():
        story += [heading_flowable(heading), table_flowable(rows, ruled=ruled)]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, title=title, invariant=1).build(story)
    return out.getvalue()


def heading_flowable(text: str) -> Flowable:
    """A heading on a PDF page."""
    return Paragraph(text, getSampleStyleSheet()["Heading2"])


def table_flowable(
    rows: Rows, *, ruled: bool = True, size: float = 9.0, widths: Sequence[float] | None = None
) -> Table:
    """A grid on a PDF page; long texts wrap only where `widths` are given."""
    style = getSampleStyleSheet()["BodyText"].clone("cell", fontSize=size, leading=size * 1.2, alignment=0)
    cells = [[Paragraph(text, style) for text in row] for row in rows] if widths else [list(row) for row in rows]
    rules: list[tuple[Any, ...]] = [("FONTSIZE", (0, 0), (-1, -1), size), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    if widths:
        rules += [("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2)]
    if ruled:
        rules += [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
    return Table(cells, colWidths=widths, style=rules, hAlign="LEFT")


def _add_word_table(paper: Any, rows: Rows) -> None:
    grid = paper.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            grid.cell(row, column).text = text

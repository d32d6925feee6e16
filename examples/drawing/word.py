"""The two Word papers: Sefton's briefing and Lornshire's report."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from drawing import midmark
from drawing.contents import BENCHMARKS, SEFTON_2022, Rows
from drawing.packages import settled

_INK = RGBColor(0x1F, 0x3A, 0x5F)


def sefton_briefing() -> bytes:
    """A short briefing: benchmarks down the side, their numbers under an empty heading, no year in the table."""
    head = {
        "Briefing to": "Safer Sefton Together Partnership",
        "Briefing from": "Head of Communities",
        "Date": "8 September 2022",
        "Subject": "Prevent Update",
    }
    paper = _paper("Prevent Update", head)
    _section(paper, "Purpose", ["This briefing tells members of the partnership where work on Prevent stands."])
    _section(paper, "Recommendation", ["Members are asked to note the content."])
    _section(
        paper,
        "1. Introduction",
        [
            "1.1\tPrevent is a duty in law: the council and its partners must have due regard to the need to prevent "
            "people from being drawn into terrorism. The partnership oversees the duty in Sefton."
        ],
    )
    _section(
        paper,
        "2. Prevent sub-group",
        [
            "2.1\tIn June 2022 the partnership heard about the health check against the 10 Prevent benchmarks. It "
            "agreed that a sub-group would take the areas for development forward.",
            "2.2\tThe sub-group will start with the local profile that arrived on 17 August 2022 and will draw up a "
            "risk assessment and an action plan from it.",
        ],
    )
    _section(
        paper,
        "3. Prevent benchmarks",
        [
            "3.1\tThe table shows how Sefton scored in the health check. A score of 3 stands for a duty that is met; "
            "1-2 stands for a responsibility that is not met yet, and 4-5 for work that goes further than required. "
            "The regional adviser compared the results with those of other councils."
        ],
    )
    scores = tuple(
        (str(n), label, str(score)) for n, (label, score) in enumerate(zip(BENCHMARKS, SEFTON_2022, strict=True), 1)
    )
    _table(paper, (("", "Benchmark", "Score"), *scores), widths=(1.5, 9.0, 2.5))
    _section(
        paper,
        "4. Summary",
        [
            "4.1\tThe sub-group will report to every meeting of the partnership. It is suggested that Prevent becomes "
            "a standing item on the agenda."
        ],
    )
    return _saved(paper, "2022-08-31T09:00:00Z")


def lornshire_report() -> bytes:
    """A yearly report: one column a year and the change, a risk register that looks alike, recommendations."""
    paper = _paper("Prevent Duty Annual Report 2022/23", midmark.LORNSHIRE_HEAD)
    _section(
        paper,
        "1. Purpose of report",
        ["1.1\tTo report the scores of Lornshire against the ten Prevent benchmarks for 2022/23."],
    )
    _section(
        paper,
        "2. Benchmark scores",
        [
            "2.1\tThe table sets the scores of 2022/23 beside those of the year before. Four benchmarks rose by one "
            "and none fell. All ten are now met or exceeded."
        ],
    )
    _table(paper, midmark.two_years("Lornshire"), widths=(7.5, 2.3, 2.3, 2.3))
    _section(paper, "3. Risks", ["3.1\tThe register is scored as likelihood times impact, each from 1 to 5."])
    _table(paper, midmark.LORNSHIRE_RISKS, widths=(1.4, 7.4, 2.5, 1.8, 1.8))
    for number, (topic, advice) in enumerate(midmark.LORNSHIRE_ADVICE, start=1):
        _section(paper, f"Recommendation {number}", [f"{topic} –", advice])
    _section(paper, "4. Financial implications", ["4.1\tThere are none beyond the agreed budget."])
    return _saved(paper, "2023-08-25T14:30:00Z")


def _paper(title: str, head: Mapping[str, str]) -> Any:
    paper = docx.Document()
    paper.core_properties.title = title
    paper.core_properties.author = paper.core_properties.last_modified_by = ""
    paper.core_properties.comments = "An example paper; every sentence is invented."
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for label, value in head.items():
        line = paper.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Cm(4))
        line.add_run(f"{label}:").bold = True
        line.add_run(f"\t{value}")
    _rule_under(line)
    _page_number(page.footer.paragraphs[0])
    return paper


def _section(paper: Any, heading: str, paragraphs: Sequence[str]) -> None:
    title = paper.add_heading(heading, level=2)
    for run in title.runs:
        run.font.name, run.font.size, run.font.color.rgb = "Arial", Pt(13), _INK
    for text in paragraphs:
        paragraph = paper.add_paragraph(text)
        if "\t" in text:
            paragraph.paragraph_format.left_indent = Cm(1.2)
            paragraph.paragraph_format.first_line_indent = Cm(-1.2)


def _table(paper: Any, rows: Rows, widths: Sequence[float]) -> None:
    """A ruled table; columns of figures are centred, the others stand left."""
    table = paper.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in enumerate(widths):
        table.columns[column].width = Cm(width)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            cell = table.cell(row, column)
            cell.width = Cm(widths[column])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(text).bold = row == 0
            if widths[column] < 3:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if row == 0:
                _fill(cell, "D9E2EC")
    paper.add_paragraph()


def _fill(cell: Any, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _rule_under(paragraph: Any) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "6"), ("color", "1F3A5F")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _saved(paper: Any, written: str) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return settled(out.getvalue(), written)

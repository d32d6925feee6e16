"""Charts that office files store with their values: hard cases 49 to 52."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from openpyxl.chart import BarChart, LineChart, RadarChart, Reference
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.hard_cases.facts import Case, Fact, facts_of

BENCHMARKS = ("Risk Assessment", "Multi-Agency Partnership Board", "Channel Panel", "Training", "Communications")
AREAS = ("Ashby", "Brentley", "Cawdon", "Denholme")
TWO_YEARS: Mapping[str, Sequence[float | None]] = {"2021/22": (3, 4, 2, 5, 4), "2022/23": (4, 4, 3, 5, 3)}
WITH_GAPS: Mapping[str, Sequence[float | None]] = {"2021/22": (3, None, 2, 5, None), "2022/23": (None, 4, 3, None, 3)}
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHARTEX = "http://schemas.microsoft.com/office/drawing/2014/chartex"

Values = Mapping[str, Sequence[float | None]]


def facts(names: Sequence[str], series: Values, pattern: str = "{:g}") -> tuple[Fact, ...]:
    """The facts of a chart: its names down, its series across."""
    rows = {
        name: tuple("" if values[n] is None else pattern.format(values[n]) for values in series.values())
        for n, name in enumerate(names)
    }
    return facts_of(rows, list(series))


def deck(
    kind: XL_CHART_TYPE,
    names: Sequence[str] = BENCHMARKS,
    series: Values = TWO_YEARS,
    *,
    number_format: str = "General",
    group: bool = False,
    bend: Callable[[Any], None] | None = None,
) -> Callable[[Path], Path]:
    """A slide with a chart between a title and a text; `bend` changes the chart's XML."""

    def draw(folder: Path) -> Path:
        shown = Presentation()
        slide = shown.slides.add_slide(shown.slide_layouts[5])
        slide.shapes.title.text = "Prevent benchmarks by year"
        content = CategoryChartData(number_format=number_format)
        content.categories = list(names)
        for name, values in series.items():
            content.add_series(name, values)
        frame = slide.shapes.add_chart(kind, Inches(0.5), Inches(1.5), Inches(8), Inches(4.5), content)
        note = slide.shapes.add_textbox(Inches(0.5), Inches(6.3), Inches(8), Inches(0.6))
        note.text_frame.text = "Source: self-assessment, validated by the regional adviser in March 2023"
        if bend:
            bend(frame.chart._chartSpace)
        if group:
            slide.shapes.add_group_shape([note])._element.append(frame._element)
        shown.save(str(folder / "deck.pptx"))
        return folder / "deck.pptx"

    return draw


def report(
    names: Sequence[str] = BENCHMARKS, series: Values = TWO_YEARS, *, in_header: bool = False
) -> Callable[[Path], Path]:
    """A Word report with a chart after a paragraph, or in the header of its pages."""

    def draw(folder: Path) -> Path:
        paper: Any = docx.Document()
        paper.add_heading("Prevent Duty: annual report", 1)
        paper.add_paragraph("4.2 The scores of the last two years stand in the chart below; 3 means met.")
        section = paper.sections[0].header
        section.is_linked_to_previous = False
        part = section.part if in_header else paper.part
        holder = section.paragraphs[0] if in_header else paper.add_paragraph()
        xml, book = stored(folder, names, series)
        chart = Part(PackURI("/word/charts/chart1.xml"), _CHART_TYPE, xml, paper.part.package)
        kept = Part(PackURI("/word/embeddings/book1.xlsx"), _BOOK_TYPE, book, paper.part.package)
        chart.rels.get_or_add(RELATIONSHIP_TYPE.PACKAGE, kept)
        place = part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        holder._p.append(parse_xml(_INLINE.format(place=place)))
        paper.add_paragraph("4.3 The Board is asked to note the report.")
        paper.save(str(folder / "report.docx"))
        return folder / "report.docx"

    return draw


def book(kind: str = "bar", *, sheet_of_its_own: bool = False, gaps: bool = False) -> Callable[[Path], Path]:
    """A workbook whose chart is drawn from a hidden sheet, on a sheet with a title or on a sheet of its own.

    The library writes no values into the chart: an office program has not saved it yet, only the cells hold them.
    """

    def draw(folder: Path) -> Path:
        series = WITH_GAPS if gaps else TWO_YEARS
        workbook = openpyxl.Workbook()
        front: Any = workbook.active
        front.title = "Summary"
        front["A1"] = "Prevent benchmarks, summary for the Board"
        cells = workbook.create_sheet("Values")
        cells.append(["Benchmark", *series])
        for n, name in enumerate(BENCHMARKS):
            cells.append([name, *(values[n] for values in series.values())])
        cells.sheet_state = "hidden"
        chart: Any = {"bar": BarChart, "line": LineChart, "radar": RadarChart}[kind]()
        chart.title = "Scores by benchmark"
        end = len(BENCHMARKS) + 1
        chart.add_data(Reference(cells, min_col=2, max_col=3, min_row=1, max_row=end), titles_from_data=True)
        chart.set_categories(Reference(cells, min_col=1, min_row=2, max_row=end))
        if sheet_of_its_own:
            workbook.create_chartsheet("Chart").add_chart(chart)
        else:
            front.add_chart(chart, "B3")
        workbook.save(str(folder / "book.xlsx"))
        return folder / "book.xlsx"

    return draw


def stored(folder: Path, names: Sequence[str], series: Values) -> tuple[bytes, bytes]:
    """A chart part as PowerPoint stores it, and the workbook embedded beside it."""
    path = deck(XL_CHART_TYPE.BAR_CLUSTERED, names, series)(folder)
    with zipfile.ZipFile(path) as package:
        listed = package.namelist()
        chart = next(name for name in listed if name.startswith("ppt/charts/chart") and name.endswith(".xml"))
        book_name = next(name for name in listed if name.endswith(".xlsx"))
        return package.read(chart), package.read(book_name)


def changed_cell(path: Path) -> Path:
    """The deck with another value in a cell of the workbook that is embedded in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(out, "w") as written:
        for name in package.namelist():
            content = package.read(name)
            if name.endswith(".xlsx"):
                workbook = openpyxl.load_workbook(io.BytesIO(content))
                workbook.worksheets[0]["B3"] = 1
                kept = io.BytesIO()
                workbook.save(kept)
                content = kept.getvalue()
            written.writestr(name, content)
    path.write_bytes(out.getvalue())
    return path


def with_average_line(space: Any) -> None:
    """The second series drawn as a line on an axis of its own."""
    bars = space.find(f".//{{{CHART}}}barChart")
    second = bars.findall(f"{{{CHART}}}ser")[1]
    bars.addnext(parse_xml(f'<c:lineChart xmlns:c="{CHART}"><c:axId val="7"/><c:axId val="8"/></c:lineChart>'))
    bars.getnext().insert(0, second)


def with_newer_chart(path: Path) -> Path:
    """The deck with a funnel beside the chart, as the newer kinds are stored."""
    shown = Presentation(str(path))
    tree: Any = shown.slides[0].shapes._spTree
    tree.append(parse_xml(_NEWER))
    shown.save(str(path))
    return path


_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_INLINE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:a="{_A}" xmlns:c="{CHART}" xmlns:r="{_R}"><w:drawing><wp:inline><wp:extent cx="5000000" cy="3000000"/>'
    '<wp:docPr id="7" name="Chart 7"/><a:graphic><a:graphicData uri="' + CHART + '"><c:chart r:id="{place}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_NEWER = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    f' xmlns:a="{_A}" xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex">'
    '<mc:Choice Requires="cx1"><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Funnel of referrals"/>'
    '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm>'
    f'<a:graphic><a:graphicData uri="{CHARTEX}"/></a:graphic></p:graphicFrame></mc:Choice><mc:Fallback/>'
    "</mc:AlternateContent>"
)
SHARES: Values = {"Met": (0.6, 0.75, 0.9, 0.4)}
AS_SHARES = facts(AREAS, {"Met": (60, 75, 90, 40)}, "{:g}%")
PLAIN, GAPPED = facts(BENCHMARKS, TWO_YEARS), facts(BENCHMARKS, WITH_GAPS)
BARS, KINDS = XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE

CASES = (
    Case(49, "columns on a slide", deck(KINDS.COLUMN_CLUSTERED), PLAIN),
    Case(49, "a radar on a slide", deck(KINDS.RADAR_MARKERS), PLAIN),
    Case(49, "stacked bars on a slide", deck(KINDS.BAR_STACKED_100), PLAIN),
    Case(49, "a pie of shares on a slide", deck(KINDS.PIE, AREAS, SHARES, number_format="0%"), AS_SHARES),
    Case(49, "bars and a line on two axes", deck(BARS, bend=with_average_line), PLAIN),
    Case(49, "a chart in a group of shapes", deck(BARS, group=True), PLAIN),
    Case(49, "a chart in a report", report(), PLAIN),
    Case(49, "a chart in the header of a report", report(in_header=True), PLAIN),
    Case(49, "a chart in a workbook", book(), PLAIN),
    Case(49, "a radar chart on a sheet of its own", book("radar", sheet_of_its_own=True), PLAIN),
    Case(50, "a workbook that was changed after the chart", lambda folder: changed_cell(deck(BARS)(folder)), PLAIN),
    Case(51, "a funnel beside a chart", lambda folder: with_newer_chart(deck(BARS)(folder)), PLAIN),
    Case(52, "missing points on a slide", deck(KINDS.LINE_MARKERS, series=WITH_GAPS), GAPPED),
    Case(52, "missing points in a report", report(series=WITH_GAPS), GAPPED),
    Case(52, "missing points in a workbook", book("line", gaps=True), GAPPED),
)

"""A deck as PPTX: native titles, tables and charts; pictures where the deck has pictures."""

import io
from collections.abc import Sequence
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from drawing.contents import Chart, Deck, Rows, Slide, shade
from drawing.packages import settled
from drawing.pictures import picture_png

_TITLE, _TITLE_ONLY = 0, 5


def deck_pptx(deck: Deck, written: str) -> bytes:
    """The deck at 16:9, byte for byte the same for the same `written` (ISO, UTC)."""
    show = pptx.Presentation()
    show.slide_width, show.slide_height = Inches(13.333), Inches(7.5)
    show.core_properties.title = deck.title
    show.core_properties.author = show.core_properties.last_modified_by = ""  # the library's template names a person
    show.core_properties.comments = "An example paper; every sentence is invented."
    _add_title_slide(show, deck)
    for slide in deck.slides:
        _add_slide(show, deck, slide)
    out = io.BytesIO()
    show.save(out)
    return settled(out.getvalue(), written)


def _add_title_slide(show: Any, deck: Deck) -> None:
    page = show.slides.add_slide(show.slide_layouts[_TITLE])
    _furnish(page, deck)
    if deck.publisher:
        _add_text(page, [deck.publisher], (0.8, 0.7, 5, 0.5), 18, bold=True)
    title, subtitle = page.placeholders
    _place(title, (0.8, 2.2, 11.5, 1.1))
    _write(title.text_frame, [deck.title], 40, colour=deck.colour, bold=True)
    _place(subtitle, (0.8, 3.5, 11.5, 2))
    _write(subtitle.text_frame, deck.lines, 22, colour="#404040")


def _add_slide(show: Any, deck: Deck, slide: Slide) -> None:
    page = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    _furnish(page, deck)
    _place(page.shapes.title, (0.6, 0.45, 12.1, 0.9))
    _write(page.shapes.title.text_frame, [slide.title], 30, colour=deck.colour, bold=True)
    if slide.lead:
        _add_text(page, [slide.lead], (0.8, 1.5, 11.5, 0.5), 22, bold=True)
    if slide.bullets:
        _add_text(page, slide.bullets, (0.8, 2.1, 11.5, 4.3), 20, bulleted=True)
    if slide.table:
        _add_table(page, deck, slide.table, slide.shaded)
    _add_pictures(page, slide)
    if slide.chart:
        _add_chart(page, deck, slide.chart)
    if slide.footnote:
        _add_text(page, [slide.footnote], (0.6, 6.5, 9, 0.4), 13)


def _furnish(page: Any, deck: Deck) -> None:
    bar = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Inches(13.333), Inches(0.22))
    bar.fill.solid()
    bar.fill.fore_color.rgb = _rgb(deck.colour)
    bar.line.fill.background()
    if deck.marking:
        mark = _add_text(page, [deck.marking], (5.67, 7.0, 2, 0.35), 11)
        mark.paragraphs[0].alignment = PP_ALIGN.CENTER


def _add_table(page: Any, deck: Deck, rows: Rows, shaded: bool) -> None:
    columns = len(rows[0])
    height = 0.47 if len(rows) > 4 else 0.6
    first = 1.35
    frame = page.shapes.add_table(
        len(rows), columns, Inches(0.6), Inches(1.5 if len(rows) > 4 else 2.4), Inches(12.1), Inches(height * len(rows))
    )
    for column in range(columns):
        frame.table.columns[column].width = Inches(first if column == 0 else (12.1 - first) / (columns - 1))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            cell = frame.table.cell(row, column)
            head = row == 0
            cell.margin_left = cell.margin_right = Inches(0.02)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.fill.solid()
            cell.fill.fore_color.rgb = _rgb(deck.colour if head else shade(text) if shaded and column else "#f1eff4")
            _write(cell.text_frame, [text], 9 if head else 14, colour="#ffffff" if head else "#000000", bold=head)
            if column or head:
                cell.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _add_pictures(page: Any, slide: Slide) -> None:
    wide = 8.4 if len(slide.pictures) == 1 else 5.8
    for number, picture in enumerate(slide.pictures):
        left = 2.4 if len(slide.pictures) == 1 else 0.6 + number * 6.3
        if picture.caption:
            _add_text(page, [picture.caption], (left, 1.5, wide, 0.7), 15, bold=True)
        image = io.BytesIO(picture_png(picture.name))
        page.shapes.add_picture(image, Inches(left), Inches(2.4 if picture.caption else 1.6), width=Inches(wide))


def _add_chart(page: Any, deck: Deck, chart: Chart) -> None:
    data = CategoryChartData(number_format=chart.number_format)
    data.categories = chart.categories
    for name, values in chart.series.items():
        data.add_series(name, values)
    place = (Inches(0.6), Inches(1.4), Inches(12.1), Inches(5.0))
    drawn = page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data).chart
    drawn.has_title, drawn.has_legend = True, True
    drawn.chart_title.text_frame.text = chart.title
    drawn.chart_title.text_frame.paragraphs[0].font.size = Pt(16)
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.font.size = Pt(12)
    axis = drawn.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, chart.highest, chart.step
    axis.major_gridlines.format.line.color.rgb = _rgb("#e4e4e4")
    plot = drawn.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = chart.number_format, False
    plot.data_labels.font.size = Pt(10)
    for series, colour in zip(plot.series, ("#b9c4c4", deck.colour), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(colour)


def _add_text(
    page: Any,
    lines: Sequence[str],
    place: tuple[float, float, float, float],
    size: float,
    *,
    bold: bool = False,
    bulleted: bool = False,
) -> Any:
    frame = page.shapes.add_textbox(*(Inches(inches) for inches in place)).text_frame
    frame.word_wrap = True
    _write(frame, lines, size, bold=bold)
    for paragraph in frame.paragraphs if bulleted else ():
        _add_bullet(paragraph)
    return frame


def _add_bullet(paragraph: Any) -> None:
    paragraph.space_after = Pt(10)
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "342900")
    properties.set("indent", "-342900")
    bullet = properties.makeelement(qn("a:buChar"), {"char": "•"})
    properties.append(bullet)


def _write(frame: Any, lines: Sequence[str], size: float, *, colour: str = "#202020", bold: bool = False) -> None:
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text, run.font.name, run.font.size, run.font.bold = line, "Arial", Pt(size), bold
        run.font.color.rgb = _rgb(colour)


def _place(shape: Any, place: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Inches(inches) for inches in place)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())

"""Slide decks, built with the library and then bent where it cannot bend them."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from extractors import Document, read
from extractors.errors import DamagedPaper
from tests.extractors.formats.office import EVERYTHING, only_table, part_of, rezipped, shape, texts, told, with_relation
from tests.extractors.formats.pixel import PIXEL

TITLE_ONLY, BLANK = 5, 6


@pytest.fixture
def deck() -> Any:
    return Presentation()


def saved(deck: Any, tmp_path: Path) -> Document:
    deck.save(str(tmp_path / "deck.pptx"))
    return read(tmp_path / "deck.pptx")


def slide_of(deck: Any, title: str = "", layout: int = TITLE_ONLY) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        slide.shapes.title.text = title
    return slide


def add_grid(shapes: Any, *rows: tuple[str, ...], at: tuple[float, float] = (50, 100)) -> Any:
    frame = shapes.add_table(len(rows), len(rows[0]), Pt(at[0]), Pt(at[1]), Pt(100 * len(rows[0])), Pt(20 * len(rows)))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            frame.table.cell(r, c).text = text
    return frame


def add_text(shapes: Any, text: str, at: tuple[float, float], size: tuple[float, float] = (200, 30)) -> Any:
    box = shapes.add_textbox(Pt(at[0]), Pt(at[1]), Pt(size[0]), Pt(size[1]))
    box.text_frame.text = text
    return box


def test_the_number_of_a_slide_is_its_page(deck: Any, tmp_path: Path) -> None:
    slide_of(deck, "Ashby update")
    add_grid(slide_of(deck, "Scores").shapes, ("Benchmark", "Score"), ("Training", "2"))
    document = saved(deck, tmp_path)
    assert document.pages == 2
    assert only_table(document).page == 2
    assert document.title == "Ashby update"
    assert shape(document) == ["title: Ashby update", "heading: Scores", "table: -"]


def test_every_cell_knows_its_box_in_points(deck: Any, tmp_path: Path) -> None:
    add_grid(slide_of(deck).shapes, ("Benchmark", "Score"), ("Training", "2"))
    found = only_table(saved(deck, tmp_path))
    assert found.bbox == (50.0, 100.0, 250.0, 140.0)
    assert found.cells[-1].bbox == (150.0, 120.0, 250.0, 140.0)


def test_cells_merged_both_ways_repeat_their_text(deck: Any, tmp_path: Path) -> None:
    grid = add_grid(slide_of(deck).shapes, ("Area", "2023", ""), ("Ashby", "2", "3"), ("", "4", "5")).table
    grid.cell(0, 1).merge(grid.cell(0, 2))
    grid.cell(1, 0).merge(grid.cell(2, 0))
    found = only_table(saved(deck, tmp_path))
    assert found.rows == (("Area", "2023", "2023"), ("Ashby", "2", "3"), ("Ashby", "4", "5"))
    assert next(cell.bbox for cell in found.cells if cell.text == "2023") == (150.0, 100.0, 350.0, 120.0)


def test_fills_are_read_plain_and_from_the_theme(deck: Any, tmp_path: Path) -> None:
    grid = add_grid(slide_of(deck).shapes, ("a", "b", "c")).table
    for place, colour in ((0, RGBColor(0xFF, 0, 0)), (1, MSO_THEME_COLOR.ACCENT_1)):
        fill = grid.cell(0, place).fill
        fill.solid()
        if isinstance(colour, RGBColor):
            fill.fore_color.rgb = colour
        else:
            fill.fore_color.theme_color = colour
    assert [cell.fill for cell in only_table(saved(deck, tmp_path)).cells] == ["#ff0000", "#4f81bd", None]


def test_a_table_and_a_text_inside_groups_are_read_where_they_stand(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck)
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_group_shape()
    add_text(inner.shapes, "Legend", (10, 20))
    frame = add_grid(slide.shapes, ("Training", "2"), at=(60, 40))
    group._element.append(frame._element)
    # The group shows what is inside it at twice its size.
    transform = group._element.grpSpPr.get_or_add_xfrm()
    for name, length in (("off", 0), ("chOff", 0), ("ext", 2000), ("chExt", 1000)):
        node = transform.find(f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{name}")
        for key in list(node.attrib):
            node.set(key, str(int(Pt(length))))
    document = saved(deck, tmp_path)
    assert only_table(document).bbox == (120.0, 80.0, 520.0, 120.0)
    assert [block.bbox for block in document.blocks if block.text == "Legend"] == [(20.0, 40.0, 420.0, 100.0)]


def test_texts_come_from_top_to_bottom_and_left_to_right(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Heading")
    for text, at in (("right", (300, 151)), ("low", (20, 300)), ("left", (20, 150))):
        add_text(slide.shapes, text, at)
    assert [block.text for block in saved(deck, tmp_path).blocks] == ["Heading", "left", "right", "low"]


def test_a_hidden_slide_is_marked_and_told(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Old scores")
    add_grid(slide.shapes, ("Training", "2"))
    slide._element.set("show", "0")
    document = saved(deck, tmp_path)
    assert only_table(document).hidden
    assert all(block.hidden for block in document.blocks)
    assert told(document, "hidden_content") == ["Slide 1 is hidden."]


def test_a_shape_beside_the_slide_is_not_shown(deck: Any, tmp_path: Path) -> None:
    add_text(slide_of(deck, "Heading").shapes, "left over", (-500, 100))
    assert [(block.text, block.hidden) for block in saved(deck, tmp_path).blocks] == [
        ("Heading", False),
        ("left over", True),
    ]


def test_notes_and_page_numbers_are_told_apart_from_the_text(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Heading")
    add_text(slide.shapes, "47", (680, 515), (30, 20))
    slide.notes_slide.notes_text_frame.text = "Say that Ashby rose."
    assert shape(saved(deck, tmp_path)) == ["title: Heading", "furniture: 47", "note: Say that Ashby rose."]


def test_a_slide_without_a_title_is_headed_by_its_topmost_line(deck: Any, tmp_path: Path) -> None:
    slide_of(deck, "First")
    slide = slide_of(deck, layout=BLANK)
    add_grid(slide.shapes, ("Training", "2"), at=(50, 200))
    add_text(slide.shapes, "Ashby scores 2023", (50, 20))
    assert shape(saved(deck, tmp_path)) == ["title: First", "heading: Ashby scores 2023", "table: -"]


def test_labelled_lines_of_a_subtitle_stand_for_themselves(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Prevent", layout=0)
    slide.placeholders[1].text = "Ashby Update\nPresented by: Regional Adviser\nDate: 30th June 2023"
    document = saved(deck, tmp_path)
    assert shape(document)[1:] == [
        "heading: Ashby Update",
        "paragraph: Presented by: Regional Adviser",
        "paragraph: Date: 30th June 2023",
    ]
    assert [(line.label, line.value) for line in document.letterhead] == [
        ("Presented by", ""),
        ("Date", "30th June 2023"),
    ]


def test_a_struck_or_raised_figure_in_a_cell_is_told_apart(deck: Any, tmp_path: Path) -> None:
    grid = add_grid(slide_of(deck).shapes, ("Training", "", "")).table
    for place, (attribute, value) in enumerate((("strike", "sngStrike"), ("baseline", "30000")), start=1):
        paragraph = grid.cell(0, place).text_frame.paragraphs[0]
        for text in ("2", "4"):
            paragraph.add_run().text = text
        paragraph.runs[0 if attribute == "strike" else 1]._r.get_or_add_rPr().set(attribute, value)
    cells = only_table(saved(deck, tmp_path)).cells
    assert [(cell.text, cell.remark) for cell in cells[1:]] == [("4", "struck through: 2"), ("2⁴", None)]


def test_text_of_the_colour_of_its_cell_is_left_out_and_a_symbol_font_is_read(deck: Any, tmp_path: Path) -> None:
    grid = add_grid(slide_of(deck).shapes, ("Training", "", "ü", "ü")).table
    hidden = grid.cell(0, 1)
    hidden.fill.solid()
    hidden.fill.fore_color.rgb = RGBColor(0x63, 0xBE, 0x7B)
    for text, colour in (("2", RGBColor(0x63, 0xBE, 0x7B)), ("4", RGBColor(255, 255, 255))):
        run = hidden.text_frame.paragraphs[0].add_run()
        run.text, run.font.color.rgb = text, colour
    for place, tag in ((2, "latin"), (3, "sym")):
        properties = grid.cell(0, place).text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr()
        etree.SubElement(
            properties, f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{tag}", typeface="Wingdings"
        )
    cells = only_table(saved(deck, tmp_path)).cells
    assert [cell.text for cell in cells] == ["Training", "4", "✓", "✓"]
    assert cells[1].remark == "hidden text left out"


def test_a_native_chart_is_a_table_of_its_values(deck: Any, tmp_path: Path) -> None:
    figures = CategoryChartData(number_format="0.00")
    figures.categories = ["Ashby", "Barrow", "Coley"]
    figures.add_series("2022", (2.5, None, 3.0))
    figures.add_series("2023", (3.25, 1.0, 4.0))
    slide = slide_of(deck, "Comparison")
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(50), Pt(100), Pt(400), Pt(200), figures)
    found = only_table(saved(deck, tmp_path))
    assert found.method == "chart"
    assert (found.page, found.bbox) == (1, (50.0, 100.0, 450.0, 300.0))
    assert found.rows == (
        ("", "2022", "2023"),
        ("Ashby", "2.50", "3.25"),
        ("Barrow", "", "1.00"),
        ("Coley", "3.00", "4.00"),
    )
    assert {cell.remark for cell in found.cells} == {None}


def test_a_cache_that_differs_from_the_embedded_workbook_is_told_on_the_cell(deck: Any, tmp_path: Path) -> None:
    figures = CategoryChartData(number_format="0")
    figures.categories = ["Training", "Channel Panel"]
    figures.add_series("2023", (2, 5))
    slide_of(deck).shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(0), Pt(0), Pt(400), Pt(200), figures)
    deck.save(str(tmp_path / "deck.pptx"))
    (part,) = chart_parts(tmp_path / "deck.pptx")
    xml = re.sub(rb"<c:v>2(\.0)?</c:v>", b"<c:v>4</c:v>", part_of(tmp_path / "deck.pptx", part))
    found = only_table(read(rezipped(tmp_path / "deck.pptx", {part: xml})))
    assert found.rows[1] == ("Training", "4")
    assert [cell.remark for cell in found.cells if cell.remark] == ["the embedded workbook has 2"]


def chart_parts(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        return [name for name in package.namelist() if name.startswith("ppt/charts/chart")]


def test_a_chart_of_a_newer_kind_is_told(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Comparison")
    slide.shapes._spTree.append(
        etree.fromstring(
            f"<mc:AlternateContent {EVERYTHING} xmlns:cx1='http://schemas.microsoft.com/office/drawing/2015/9/8/chartex'>"
            "<mc:Choice Requires='cx1'><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='9' name='Funnel of scores'/>"
            "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
            "<p:xfrm><a:off x='0' y='0'/><a:ext cx='9' cy='9'/></p:xfrm>"
            "<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/drawing/2014/chartex'/></a:graphic>"
            "</p:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent>"
        )
    )
    document = saved(deck, tmp_path)
    (notice,) = told(document, "figure_without_data")
    assert notice.startswith("The chart 'Funnel of scores' is of a kind (such as waterfall")
    assert [notice.page for notice in document.notices] == [1]


def test_the_texts_of_a_diagram_are_read_in_their_order(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Process")
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    slide.shapes._spTree.append(
        etree.fromstring(
            f"<p:graphicFrame {EVERYTHING}><p:nvGraphicFramePr><p:cNvPr id='9' name='Diagram'/>"
            "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='0' y='0'/>"
            "<a:ext cx='9' cy='9'/></p:xfrm><a:graphic>"
            f"<a:graphicData uri='{dgm}'><dgm:relIds r:dm='rId77'/></a:graphicData></a:graphic></p:graphicFrame>"
        )
    )
    deck.save(str(tmp_path / "deck.pptx"))

    def point(name: str, text: str) -> str:
        return f"<dgm:pt modelId='{name}'><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"

    def link(parent: str, child: str, order: int) -> str:
        return f"<dgm:cxn srcId='{parent}' destId='{child}' srcOrd='{order}'/>"

    data = (
        f"<dgm:dataModel {EVERYTHING}><dgm:ptLst><dgm:pt modelId='0' type='doc'/>"
        f"{point('1', 'Score')}{point('2', 'Assess')}{point('3', 'Self-assessment')}"
        "<dgm:pt modelId='4' type='pres'/></dgm:ptLst>"
        f"<dgm:cxnLst>{link('0', '1', 1)}{link('0', '2', 0)}{link('2', '3', 0)}</dgm:cxnLst></dgm:dataModel>"
    )
    rels = "ppt/slides/_rels/slide1.xml.rels"
    path = tmp_path / "deck.pptx"
    changes = {
        rels: with_relation(part_of(path, rels), "rId77", "diagramData", "../diagrams/data1.xml"),
        "ppt/diagrams/data1.xml": data.encode(),
        "[Content_Types].xml": part_of(path, "[Content_Types].xml").replace(
            b"</Types>",
            b'<Override PartName="/ppt/diagrams/data1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'drawingml.diagramData+xml"/></Types>',
        ),
    }
    assert texts(read(rezipped(path, changes)), "list_item") == ["Assess", "Self-assessment", "Score"]


def test_a_chart_whose_part_is_missing_does_not_lose_the_deck(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Scores")
    add_grid(slide.shapes, ("Training", "2"), at=(50, 300))
    figures = CategoryChartData()
    figures.categories = ["Training"]
    figures.add_series("2023", (2,))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(0), Pt(0), Pt(400), Pt(200), figures)
    deck.save(str(tmp_path / "deck.pptx"))
    document = read(rezipped(tmp_path / "deck.pptx", dict.fromkeys(chart_parts(tmp_path / "deck.pptx"))))
    assert only_table(document).rows == (("Training", "2"),)
    assert len(told(document, "figure_without_data")) == 1


def test_a_deck_without_its_main_part_is_damaged(deck: Any, tmp_path: Path) -> None:
    deck.save(str(tmp_path / "deck.pptx"))
    with pytest.raises(DamagedPaper, match="PowerPoint file is damaged"):
        read(rezipped(tmp_path / "deck.pptx", {"ppt/presentation.xml": None}))


def test_a_picture_bears_its_alternative_text_and_no_made_up_name(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Heatmap")
    for number in range(2):
        (tmp_path / f"{number}.png").write_bytes(PIXEL)
        slide.shapes.add_picture(str(tmp_path / f"{number}.png"), Pt(50), Pt(100 + 100 * number))
    pictures = [one for one in slide.shapes if one.shape_type == 13]
    for one, (name, text) in zip(pictures, (("Picture 4", "Regional heatmap"), ("Picture 5", "")), strict=True):
        properties = one._element.nvPicPr.cNvPr
        properties.set("name", name)
        properties.set("descr", text)
    assert texts(saved(deck, tmp_path), "picture") == ["Regional heatmap", ""]


def test_a_table_of_separate_boxes_is_a_table(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Heatmap")
    rows = (("", "Training", "Channel"), ("Ashby", "2", "5"), ("Barrow", "4", "3"))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text:
                box = add_text(slide.shapes, text, (50 + 110 * c, 120 + 40 * r), (100, 30))
                if text == "2":
                    box.fill.solid()
                    box.fill.fore_color.rgb = RGBColor(0xFF, 0, 0)
    add_text(slide.shapes, "Scores are moderated by the regional adviser.", (50, 400))
    document = saved(deck, tmp_path)
    found = only_table(document)
    assert found.rows == rows
    assert (found.page, found.bbox) == (1, (50.0, 120.0, 370.0, 230.0))
    assert [(cell.fill, cell.confidence) for cell in found.cells if cell.text == "2"] == [("#ff0000", 0.9)]
    assert texts(document, "paragraph") == ["Scores are moderated by the regional adviser."]


def test_boxes_of_running_text_are_no_table(deck: Any, tmp_path: Path) -> None:
    slide = slide_of(deck, "Three themes")
    for place in range(6):
        text = f"Theme {place}: officers will report to members before the year ends."
        add_text(slide.shapes, text, (50 + 220 * (place % 2), 120 + 60 * (place // 2)))
    assert saved(deck, tmp_path).tables == ()


def test_numbers_that_the_program_counts_are_printed(deck: Any, tmp_path: Path) -> None:
    frame = add_text(
        slide_of(deck, "Recommendations").shapes, "Adopt a policy\nTrain staff\nReport back", (50, 100)
    ).text_frame
    for paragraph in frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(etree.fromstring(f"<a:buAutoNum {EVERYTHING} type='arabicPeriod'/>"))
    assert texts(saved(deck, tmp_path), "list_item") == ["1. Adopt a policy", "2. Train staff", "3. Report back"]


def test_a_slide_whose_layout_is_lost_is_read(deck: Any, tmp_path: Path) -> None:
    add_grid(slide_of(deck, "Scores").shapes, ("Training", "2"))
    deck.save(str(tmp_path / "deck.pptx"))
    rels = "ppt/slides/_rels/slide1.xml.rels"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    document = read(rezipped(tmp_path / "deck.pptx", {rels: empty}))
    assert only_table(document).rows == (("Training", "2"),)


def test_a_lost_slide_is_told_and_the_others_keep_their_numbers(deck: Any, tmp_path: Path) -> None:
    slide_of(deck, "First")
    add_grid(slide_of(deck, "Second").shapes, ("Training", "2"))
    deck.save(str(tmp_path / "deck.pptx"))
    document = read(rezipped(tmp_path / "deck.pptx", {"ppt/slides/slide1.xml": None}))
    assert (document.pages, only_table(document).page) == (2, 2)
    assert told(document, "unreadable_page") == ["Slide 1 is not in the file."]


def test_an_element_without_what_the_format_demands_of_it_is_damage(deck: Any, tmp_path: Path) -> None:
    add_grid(slide_of(deck, "Scores").shapes, ("Training", "2"))
    deck.save(str(tmp_path / "deck.pptx"))
    part = part_of(tmp_path / "deck.pptx", "ppt/presentation.xml")
    without = re.sub(rb'(<p:sldId [^>]*?) r:id="[^"]*"', rb"\1", part)
    assert without != part
    with pytest.raises(DamagedPaper, match="required 'r:id' attribute"):
        read(rezipped(tmp_path / "deck.pptx", {"ppt/presentation.xml": without}))

"""Word files: what the library's own view of a document loses must not be lost."""

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import RGBColor
from openpyxl import Workbook

from extractors import PaperError, read
from extractors.errors import DamagedPaper
from tests.extractors.formats.office import (
    cell,
    grid,
    only_table,
    paragraph,
    part_of,
    rezipped,
    shape,
    table,
    texts,
    told,
    with_relation,
    word_file,
)
from tests.extractors.formats.test_charts import chart, figures, series, words

RELS = "word/_rels/document.xml.rels"


def test_titles_headings_and_lists_keep_their_order(tmp_path: Path) -> None:
    body = (
        paragraph("Ashby District Council", style="Title")
        + paragraph("Prevent Update", style="Heading1")
        + paragraph("Report to: Cabinet")
        + paragraph("1. Purpose", style="Heading2")
        + paragraph("Hold a workshop", style="ListBullet")
        + grid(["Benchmark", "Score"], ["Training", "2"])
        + paragraph("End.")
    )
    assert shape(read(word_file(tmp_path, body))) == [
        "title: Ashby District Council",
        "heading: Prevent Update",
        "paragraph: Report to: Cabinet",
        "heading: 1. Purpose",
        "list_item: Hold a workshop",
        "table: -",
        "paragraph: End.",
    ]


def test_a_word_file_has_no_pages(tmp_path: Path) -> None:
    document = read(word_file(tmp_path, grid(["Benchmark", "Score"], ["Training", "2"])))
    assert document.pages is None
    assert only_table(document).page is None
    assert only_table(document).bbox is None


def test_cells_merged_both_ways_repeat_their_text(tmp_path: Path) -> None:
    wide = cell("2023", '<w:gridSpan w:val="2"/>')
    tall, below = cell("Ashby", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    body = table(
        [cell("Area"), cell("Benchmark"), wide],
        [tall, cell("Training"), cell("2"), cell("3")],
        [below, cell("Channel Panel"), cell("4"), cell("5")],
        columns=4,
    )
    found = only_table(read(word_file(tmp_path, body)))
    assert found.rows == (
        ("Area", "Benchmark", "2023", "2023"),
        ("Ashby", "Training", "2", "3"),
        ("Ashby", "Channel Panel", "4", "5"),
    )
    assert {(one.text, one.row_span, one.column_span) for one in found.cells} >= {("Ashby", 2, 1), ("2023", 1, 2)}


def test_a_column_that_is_merged_all_the_way_down_counts_once(tmp_path: Path) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = table([cell("Benchmark", wide), cell("Score")], [cell("Training", wide), cell("2")], columns=3)
    assert only_table(read(word_file(tmp_path, body))).rows == (("Benchmark", "Score"), ("Training", "2"))


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    inner = grid(["Benchmark", "Score"], ["Training", "2"])
    body = table([cell("Position"), cell(paragraph("See the scores:") + inner + "<w:p/>")])
    document = read(word_file(tmp_path, body))
    assert [found.rows for found in document.tables] == [
        (("Position", "See the scores:"),),
        (("Benchmark", "Score"), ("Training", "2")),
    ]


def test_a_frame_of_one_cell_is_no_table(tmp_path: Path) -> None:
    body = table([cell(paragraph("A boxed text.") + grid(["Benchmark", "Score"], ["Training", "2"]) + "<w:p/>")])
    assert shape(read(word_file(tmp_path, body))) == ["paragraph: A boxed text.", "table: -"]


def test_a_table_and_a_cell_in_content_controls_are_read(tmp_path: Path) -> None:
    chosen = cell("<w:sdt><w:sdtContent>" + paragraph("4") + "</w:sdtContent></w:sdt>")
    wrapped = f"<w:sdt><w:sdtContent>{cell('5')}</w:sdtContent></w:sdt>"
    inner = table([cell("Training"), chosen], [cell("Channel Panel"), wrapped])
    document = read(word_file(tmp_path, f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"))
    assert only_table(document).rows == (("Training", "4"), ("Channel Panel", "5"))


def test_the_prompt_of_an_empty_content_control_is_no_text(tmp_path: Path) -> None:
    run = "<w:sdtContent><w:r><w:t>Choose an item.</w:t></w:r></w:sdtContent>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{run}</w:sdt>"
    body = table([cell("Training"), cell(f"<w:p>{prompt}</w:p>")], [cell("Channel Panel"), cell("5")])
    assert only_table(read(word_file(tmp_path, body))).rows[0] == ("Training", "")


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    content = f"<w:txbxContent>{paragraph('Score: 3')}</w:txbxContent>"
    drawing = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData uri='x'>"
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>Beside the box</w:t></w:r><w:r>{drawing}</w:r></w:p>"
    assert texts(read(word_file(tmp_path, body)), "paragraph") == ["Beside the box", "Score: 3"]


def test_a_tracked_change_reads_as_it_is_now_and_tells_what_it_was(tmp_path: Path) -> None:
    changed = (
        "<w:p><w:del w:id='1' w:author='x'><w:r><w:delText>2</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>3</w:t></w:r></w:ins></w:p>"
    )
    document = read(word_file(tmp_path, table([cell("Training"), cell(changed)])))
    assert only_table(document).rows == (("Training", "3"),)
    assert only_table(document).cells[1].remark == "was 2 (tracked change)"
    assert len(told(document, "tracked_change")) == 1


def test_a_row_that_was_deleted_is_gone_and_told(tmp_path: Path) -> None:
    gone = f"<w:tr><w:trPr><w:del w:id='1' w:author='x'/></w:trPr>{cell('Old row')}{cell('1')}</w:tr>"
    body = grid(["Training", "3"], ["Channel Panel", "4"]).replace("</w:tbl>", gone + "</w:tbl>")
    document = read(word_file(tmp_path, body))
    assert only_table(document).rows == (("Training", "3"), ("Channel Panel", "4"))
    assert len(told(document, "tracked_change")) == 1


def test_a_struck_score_is_no_score_but_is_told(tmp_path: Path) -> None:
    both = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>4</w:t></w:r></w:p>"
    found = only_table(read(word_file(tmp_path, table([cell("Training"), cell(both)]))))
    assert (found.cells[1].text, found.cells[1].remark) == ("4", "struck through: 2")


def test_a_raised_note_mark_does_not_make_a_score_of_two_figures(tmp_path: Path) -> None:
    marked = (
        "<w:p><w:r><w:t>3</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>"
    )
    assert only_table(read(word_file(tmp_path, table([cell("Training"), cell(marked)])))).rows[0][1] == "3²"


def test_hidden_text_and_hidden_rows_are_left_out_and_told(tmp_path: Path) -> None:
    hidden_row = f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('Secret')}{cell('9')}</w:tr>"
    body = grid(["Training", "3"], ["Channel Panel", "4"]).replace("</w:tbl>", hidden_row + "</w:tbl>")
    body += paragraph("not printed", properties="<w:vanish/>")
    document = read(word_file(tmp_path, body))
    assert only_table(document).rows == (("Training", "3"), ("Channel Panel", "4"))
    assert texts(document, "paragraph") == []
    assert len(told(document, "hidden_content")) == 1


def test_the_shading_of_a_cell_is_its_fill(tmp_path: Path) -> None:
    red = '<w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>'
    found = only_table(read(word_file(tmp_path, table([cell("Training"), cell("", red)]))))
    assert [one.fill for one in found.cells] == [None, "#ff0000"]


@pytest.mark.parametrize("first", [True, False])
def test_a_caption_above_or_below_goes_to_its_table(tmp_path: Path, first: bool) -> None:
    caption, scores = paragraph("Scores 2022", style="Caption"), grid(["Benchmark", "Score"], ["Training", "2"])
    body = caption + scores if first else scores + caption
    assert shape(read(word_file(tmp_path, paragraph("Text.") + body))) == ["paragraph: Text.", "table: Scores 2022"]


def test_captions_below_each_of_two_tables_are_not_taken_for_captions_above(tmp_path: Path) -> None:
    first, second = grid(["a", "1"], ["b", "2"]), grid(["c", "3"], ["d", "4"])
    body = first + paragraph("Table 1: first") + second + paragraph("Table 2: second")
    assert shape(read(word_file(tmp_path, body))) == ["table: Table 1: first", "table: Table 2: second"]


def test_a_sentence_about_a_table_is_not_its_caption(tmp_path: Path) -> None:
    body = paragraph("Table 1 shows the scores of the year") + grid(["Benchmark", "Score"], ["Training", "2"])
    assert shape(read(word_file(tmp_path, body)))[-1] == "table: -"


def test_a_short_bold_line_is_a_heading_and_a_bold_label_is_not(tmp_path: Path) -> None:
    body = paragraph("Benchmark scores", properties="<w:b/>") + paragraph("Date: 1 May 2022", properties="<w:b/>")
    assert shape(read(word_file(tmp_path, body))) == ["heading: Benchmark scores", "paragraph: Date: 1 May 2022"]


def test_rows_set_with_tabs_are_a_table_and_numbered_paragraphs_are_not(tmp_path: Path) -> None:
    def tabbed(*fields: str) -> str:
        runs = "<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{field}</w:t></w:r>" for field in fields)
        return f"<w:p>{runs}</w:p>"

    rows = (("1", "Risk Assessment", "4"), ("2", "Training", "3"), ("3", "Channel Panel", "5"))
    document = read(word_file(tmp_path, "".join(tabbed(*row) for row in rows)))
    assert only_table(document).rows == rows
    numbered = "".join(tabbed(f"1.{number}", "A short paragraph.") for number in range(1, 5))
    assert read(word_file(tmp_path, numbered)).tables == ()


def test_running_heads_are_furniture_and_footnotes_are_notes(tmp_path: Path) -> None:
    paper: Any = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "OFFICIAL"
    paper.sections[0].footer.paragraphs[0].text = "Ashby District Council"
    paper.add_paragraph("Text.")
    path = tmp_path / "paper.docx"
    paper.save(str(path))
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Excludes the north.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    rels = with_relation(part_of(path, RELS), "rId99", "footnotes", "footnotes.xml")
    types = part_of(path, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>',
    )
    document = read(rezipped(path, {"word/footnotes.xml": notes.encode(), RELS: rels, "[Content_Types].xml": types}))
    assert shape(document) == [
        "furniture: OFFICIAL",
        "paragraph: Text.",
        "note: Excludes the north.",
        "furniture: Ashby District Council",
    ]


def test_a_picture_is_told_with_its_alternative_text(tmp_path: Path) -> None:
    picture = (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture 1' descr='Regional heatmap'/><a:graphic>"
        "<a:graphicData uri='x'><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    assert texts(read(word_file(tmp_path, picture)), "picture") == ["Regional heatmap"]


def test_a_relation_to_a_missing_part_does_not_lose_the_paper(tmp_path: Path) -> None:
    path = word_file(tmp_path, grid(["Benchmark", "Score"], ["Training", "2"]))
    rels = with_relation(part_of(path, RELS), "rId98", "image", "media/gone.png")
    document = read(rezipped(path, {RELS: rels}))
    assert only_table(document).rows[1] == ("Training", "2")
    assert "word/media/gone.png" in told(document, "repaired_file")[0]


def test_a_file_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    path = word_file(tmp_path, paragraph("Text."))
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(DamagedPaper, match="damaged"):
        read(path)


def test_a_broken_main_part_is_damaged_and_says_what_the_parser_said(tmp_path: Path) -> None:
    path = rezipped(word_file(tmp_path, paragraph("Text.")), {"word/document.xml": b"<w:document"})
    with pytest.raises(PaperError, match="Word file is damaged"):
        read(path)


WHITE = '<w:color w:val="FFFFFF"/>'


def test_white_text_is_printed_where_its_ground_is_dark_or_not_known(tmp_path: Path) -> None:
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
    marked = paragraph("2", properties=WHITE + '<w:highlight w:val="darkBlue"/>')
    rows = table([cell(paragraph("Benchmark", properties=WHITE), dark), cell(marked), cell("Lead")])
    content = f"<w:txbxContent>{rows}</w:txbxContent>".replace(dark, "")
    boxed = f"<w:p><w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r></w:p>"
    read_both = read(word_file(tmp_path, rows + paragraph("Between.") + boxed)).tables
    assert [grid.rows for grid in read_both] == [(("Benchmark", "2", "Lead"),)] * 2


def test_white_text_on_a_white_cell_is_left_out_and_told(tmp_path: Path) -> None:
    white = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
    old = f"<w:p><w:r><w:rPr>{WHITE}</w:rPr><w:t>2</w:t></w:r><w:r><w:t>3</w:t></w:r></w:p>"
    document = read(word_file(tmp_path, table([cell("Training"), cell(old)], [cell("Channel"), cell(old, white)])))
    assert [row[1] for row in only_table(document).rows] == ["3", "3"]
    assert told(document, "hidden_content") == ["Hidden text or table rows were left out."]


def test_white_text_in_a_head_that_the_style_colours_is_printed(tmp_path: Path) -> None:
    paper: Any = docx.Document()
    scores = paper.add_table(rows=3, cols=2, style="Medium Shading 1 Accent 1")
    for place, text in enumerate(["Benchmark", "Score", "Training", "2", "Channel", "3"]):
        run = scores.cell(place // 2, place % 2).paragraphs[0].add_run(text)
        if place < 2:
            run.font.color.rgb = RGBColor(255, 255, 255)
    paper.save(str(tmp_path / "paper.docx"))
    grid = only_table(read(tmp_path / "paper.docx"))
    assert grid.rows == (("Benchmark", "Score"), ("Training", "2"), ("Channel", "3"))
    assert [row[1].fill for row in grid.places if row[1]] == ["#4f81bd", "#d3dfee", None]


def test_signs_of_symbol_fonts_read_as_what_they_show(tmp_path: Path) -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    sign = '<w:p><w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r></w:p>'
    emoji = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>☑</w:t></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    rows = table([cell(paragraph("ü", properties=wingdings)), cell(sign), cell(paragraph("\uf0fb")), cell(emoji)])
    assert only_table(read(word_file(tmp_path, rows))).rows == (("✓", "✓", "✗", "☑"),)


def test_a_file_of_the_strict_form_or_with_macros_is_read_too(tmp_path: Path) -> None:
    path = word_file(tmp_path, grid(["Benchmark", "Score"], ["Training", "2"]))
    types = part_of(path, "[Content_Types].xml")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert plain in types
    rezipped(
        path, {"[Content_Types].xml": types.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")}
    )
    assert only_table(read(path)).rows[1] == ("Training", "2")
    strict = {
        name: re.sub(
            rb"http://schemas\.openxmlformats\.org/(\w+)/2006/", rb"http://purl.oclc.org/ooxml/\1/", part_of(path, name)
        )
        for name in ("word/document.xml", "_rels/.rels", RELS, "word/styles.xml")
    }
    document = read(rezipped(path, strict))
    assert only_table(document).rows[1] == ("Training", "2")
    assert document.notices == ()


NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""


def counted(text: str, level: int = 0, list_id: int = 1) -> str:
    place = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
    return f"<w:p>{place}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_numbers_that_word_counts_are_printed(tmp_path: Path) -> None:
    body = (
        counted("Purpose")
        + counted("To inform.", 1)
        + counted("Option", 2)
        + counted("Scores")
        + counted("They rose.", 1)
        + counted("A bullet", 0, 2)
        + counted("A new list", 0, 3)
        + table([cell(counted("", 0, 3)), cell("Training"), cell("2")])
    )
    path = rezipped(word_file(tmp_path, body), {"word/numbering.xml": NUMBERING.encode()})
    document = read(path)
    assert texts(document, "list_item") == [
        "1. Purpose",
        "1.1 To inform.",
        "(a) Option",
        "2. Scores",
        "2.1 They rose.",
        "A bullet",
        "1. A new list",
    ]
    assert only_table(document).rows == (("2.", "Training", "2"),)


def test_a_native_chart_is_a_table_of_its_values(tmp_path: Path) -> None:
    inline = (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Chart 1'/><a:graphic><a:graphicData uri='chart'>"
        "{}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    newer = "<cx:chart xmlns:cx='http://schemas.microsoft.com/office/drawing/2014/chartex' r:id='rId56'/>"
    body = paragraph("Figures", style="Heading1") + inline.format("<c:chart r:id='rId55'/>") + inline.format(newer)
    path = word_file(tmp_path, body)
    inside = words(["Ashby", "Barrow", "Coley"]) + figures([0.8, None, 0.5], "0%")
    changes = {
        "word/charts/chart1.xml": chart(series("2023", inside), "Met or exceeded"),
        RELS: with_relation(part_of(path, RELS), "rId55", "chart", "charts/chart1.xml"),
        "[Content_Types].xml": part_of(path, "[Content_Types].xml").replace(
            b"</Types>",
            b'<Override PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'drawingml.chart+xml"/></Types>',
        ),
    }
    document = read(rezipped(path, changes))
    assert only_table(document).rows == (("", "2023"), ("Ashby", "80%"), ("Barrow", ""), ("Coley", "50%"))
    assert (only_table(document).method, only_table(document).caption) == ("chart", "Met or exceeded")
    assert len(told(document, "figure_without_data")) == 1


def test_a_frame_of_several_rows_is_no_table_and_counts_its_numbers_once(tmp_path: Path) -> None:
    body = table([cell("Key message")], [cell(counted("Ashby rose."))]) + counted("Barrow fell.")
    path = rezipped(word_file(tmp_path, body), {"word/numbering.xml": NUMBERING.encode()})
    assert shape(read(path)) == ["paragraph: Key message", "list_item: 1. Ashby rose.", "list_item: 2. Barrow fell."]


def test_a_picture_inside_a_text_box_is_told_once(tmp_path: Path) -> None:
    picture = (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='2' name='x' descr='Logo'/><a:graphic><a:graphicData uri='x'>"
        "<pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    box = (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Box'/><a:graphic><a:graphicData uri='x'>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{picture}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</w:r></w:p>"
    )
    assert texts(read(word_file(tmp_path, box)), "picture") == ["Logo"]


def test_a_page_or_paper_that_is_taken_in_whole_is_read(tmp_path: Path) -> None:
    inner = word_file(tmp_path, grid(["Panel", "Score"], ["Fernwick", "4"]), "inner.docx").read_bytes()
    page = b"<html><body><table><tr><td>Area<td>Score<tr><td>Ashby<td>3</table></body></html>"
    body = "".join(f'<w:altChunk r:id="rIdChunk{number}"/>' for number in range(3))
    path = word_file(tmp_path, paragraph("Before.") + body)
    rels = part_of(path, RELS)
    for number, name in enumerate(("a.html", "b.docx", "c.mht")):
        rels = with_relation(rels, f"rIdChunk{number}", "aFChunk", f"/word/{name}")
    kinds = part_of(path, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Default Extension="html" ContentType="text/html"/><Default Extension="mht" ContentType="message/rfc822"/>'
        b'<Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        b'document.main+xml"/></Types>',
    )
    chunks = {"word/a.html": page, "word/b.docx": inner, "word/c.mht": b"MIME-Version: 1.0\r\n"}
    document = read(rezipped(path, {RELS: rels, "[Content_Types].xml": kinds, **chunks}))
    assert [table.rows[1] for table in document.tables] == [("Ashby", "3"), ("Fernwick", "4")]
    assert told(document, "unreadable_page") == ["A document that is embedded as a whole was not read."]


def test_the_sheet_that_an_embedded_workbook_shows_is_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (["Benchmark", "Score", "Working"], ["Training", 3, 9], ["Channel Panel", 4, 9]):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    shown = part_of(tmp_path / "book.xlsx", "xl/workbook.xml").replace(
        b"</workbook>", b'<oleSize ref="A1:B3"/></workbook>'
    )
    rezipped(tmp_path / "book.xlsx", {"xl/workbook.xml": shown})
    drawn = (
        '<w:p><w:r><w:object><v:shape><v:imagedata r:id="rIdPicture"/></v:shape><o:OLEObject '
        'xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Excel.Sheet.12" r:id="rIdBook"/>'
        "</w:object></w:r></w:p>"
    )
    path = word_file(tmp_path, drawn)
    rels = with_relation(part_of(path, RELS), "rIdBook", "package", "embeddings/book.xlsx")
    kinds = part_of(path, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
        b"</Types>",
    )
    parts = {"word/embeddings/book.xlsx": (tmp_path / "book.xlsx").read_bytes()}
    document = read(rezipped(path, {RELS: rels, "[Content_Types].xml": kinds, **parts}))
    assert only_table(document).rows == (("Benchmark", "Score"), ("Training", "3"), ("Channel Panel", "4"))
    assert told(document, "figure_without_data") == []

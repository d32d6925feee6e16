"""OpenDocument texts, slides and sheets: read from their XML, with what is hidden, changed or repeated told apart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors import Document, read
from extractors.errors import DamagedPaper, EncryptedPaper
from tests.extractors.formats.office import only_table, shape, texts, told
from tests.support.open_documents import (
    COVERED,
    NAMESPACES,
    Form,
    frame,
    h,
    open_document,
    p,
    page,
    sheet,
    table,
    td,
    text_box,
)

Reading = Callable[..., Document]

RED = (
    '<style:style style:name="red" style:family="table-cell"><style:table-cell-properties '
    'fo:background-color="#f8696b"/></style:style>'
)
STRUCK = (
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
    "</style:style>"
)
SUPER = (
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)
CHART = (
    f"<office:document-content {NAMESPACES}><office:body><office:chart><chart:chart><chart:title><text:p>Scores by year"
    "</text:p></chart:title><chart:plot-area/><table:table><table:table-header-rows><table:table-row>"
    "<table:table-cell><text:p/></table:table-cell><table:table-cell><text:p>2022</text:p></table:table-cell>"
    "</table:table-row></table:table-header-rows><table:table-rows><table:table-row><table:table-cell><text:p>Training"
    '</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p>'
    "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Channel Panel</text:p>"
    '</table:table-cell><table:table-cell office:value-type="float" office:value="NaN"><text:p>NaN</text:p>'
    "</table:table-cell></table:table-row></table:table-rows></table:table></chart:chart></office:chart></office:body>"
    "</office:document-content>"
)
OBJECT = (
    '<draw:object xlink:href="./Object 1" xlink:type="simple"/><draw:image xlink:href="./ObjectReplacements/Object 1"/>'
)


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    def of(form: Form, body: str, **more: object) -> Document:
        path = tmp_path / "paper"
        path.write_bytes(open_document(form, body, **more))  # type: ignore[arg-type]  # options are its own
        return read(path)

    return of


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_titles_headings_and_lists_keep_their_order(reading: Reading) -> None:
    body = (
        "<text:sequence-decls/>"
        + p("Ashby District Council", "Title")
        + h("Prevent Update")
        + p("Report to: Cabinet")
        + "<text:list><text:list-item>"
        + p("Hold a workshop")
        + "</text:list-item></text:list>"
        + p('Table <text:sequence text:name="Table">1</text:sequence>: Scores', "Table")
        + table([["Benchmark", "Score"], ["Training", "2"]], columns=2)
        + p("End.")
    )
    document = reading("text", body, title="Stored", made="2023-06-30T09:00:00")
    assert shape(document) == [
        "title: Ashby District Council",
        "heading: Prevent Update",
        "paragraph: Report to: Cabinet",
        "list_item: Hold a workshop",
        "table: Table 1: Scores",
        "paragraph: End.",
    ]
    assert (document.pages, document.tables[0].page, str(document.created_on)) == (None, None, "2023-06-30")
    assert document.media_type == "application/vnd.oasis.opendocument.text"


def test_cells_merged_both_ways_repeat_their_text(reading: Reading) -> None:
    rows = [
        [td("Benchmark", down=2), td("Score", across=2), COVERED],
        [COVERED, td("2022"), td("2023")],
        [td("Training"), td("2"), td("3", style="red")],
    ]
    grid = only_table(reading("text", table(rows, columns=3, header_rows=2), automatic=RED))
    assert grid.rows == (("Benchmark", "Score", "Score"), ("Benchmark", "2022", "2023"), ("Training", "2", "3"))
    assert grid.places[2][2].fill == "#f8696b"  # type: ignore[union-attr]  # the grid has no hole


def test_a_tracked_change_reads_as_it_is_now_and_tells_what_it_was(reading: Reading) -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info/>'
        '<text:p>2</text:p></text:deletion></text:changed-region><text:changed-region text:id="ct2"><text:insertion>'
        "<office:change-info/></text:insertion></text:changed-region></text:tracked-changes>"
    )
    now = p(
        '<text:change text:change-id="ct1"/><text:change-start text:change-id="ct2"/>3'
        '<text:change-end text:change-id="ct2"/>'
    )
    document = reading("text", changes + table([["Benchmark", "Score"], ["Training", td(now)]], columns=2))
    cell = only_table(document).places[1][1]
    assert cell is not None
    assert (cell.text, cell.remark) == ("3", "was 2 (tracked change)")
    assert told(document, "tracked_change") == ["Tracked changes in 1 place: the current text was read."]


def test_struck_raised_hidden_and_noted_figures_are_told_apart(reading: Reading) -> None:
    unseen = (
        '<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T4" style:family="text"><style:text-properties fo:color="#f8696b"/></style:style>'
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>2</text:note-citation><text:note-body>'
        "<text:p>Excludes two areas.</text:p></text:note-body></text:note>"
    )
    comment = "<office:annotation><dc:creator>A</dc:creator><text:p>Check this</text:p></office:annotation>"
    rows = [
        ["Benchmark", "Score"],
        ["Training", td(p(span("T1", "2") + "4"))],
        ["Channel Panel", td(p("3" + span("T2", "1")))],
        ["Communications", td(p("3" + note))],
        ["Engagement", td(p(span("T3", "5") + "2" + comment))],
        ["Venue Hire", td(p(span("T4", "5") + "1"), style="red")],
    ]
    document = reading("text", table(rows, columns=2), automatic=RED + STRUCK + SUPER + unseen)
    grid = only_table(document)
    assert [row[1] for row in grid.rows] == ["Score", "4", "3¹", "3²", "2", "1"]
    assert [row[1].remark for row in grid.places if row[1] and row[1].remark] == [
        "struck through: 2",
        "hidden text left out",
        "hidden text left out",
    ]
    assert texts(document, "note") == ["Excludes two areas."]
    assert told(document, "hidden_content") == ["Hidden text or table rows were left out."]


def test_a_text_box_a_nested_table_and_a_chart_are_read_once(reading: Reading) -> None:
    inner = table([["Area", "Score"], ["North", "4"]], columns=2, name="Inner")
    box = "<draw:text-box>" + table([["Panel", "Score"], ["Channel", "5"]], columns=2) + "</draw:text-box>"
    body = (
        p(frame(box, (1, 1, 8, 3)))
        + table([["Benchmark", "Detail"], ["Training", td(p("See") + inner)]], columns=2)
        + p(frame(OBJECT, (1, 1, 8, 3)))
    )
    document = reading("text", body, parts={"Object 1/content.xml": CHART})
    assert [grid.rows[1] for grid in document.tables] == [
        ("Channel", "5"),
        ("Training", "See"),
        ("North", "4"),
        ("Training", "3"),
    ]
    chart = document.tables[3]
    assert (chart.method, chart.caption, chart.rows) == (
        "chart",
        "Scores by year",
        (("", "2022"), ("Training", "3"), ("Channel Panel", "")),
    )


def test_running_heads_are_furniture(reading: Reading) -> None:
    master = (
        '<style:master-page style:name="Standard"><style:header>'
        + p("OFFICIAL")
        + "</style:header><style:footer>"
        + p('Page <text:page-number text:select-page="current">3</text:page-number>')
        + "</style:footer></style:master-page>"
    )
    document = reading("text", p("Text."), masters=master)
    assert shape(document) == ["furniture: OFFICIAL", "paragraph: Text.", "furniture: Page 3"]


def test_numbers_that_the_program_counts_are_printed(reading: Reading) -> None:
    numbered = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        "</text:list-style>"
    )

    def counted(text: str, *, name: str, goes_on: str = "") -> str:
        more = f' text:continue-list="{goes_on}"' if goes_on else ""
        item = f"<text:list-item>{p(text)}</text:list-item>"
        return f'<text:list xml:id="{name}" text:style-name="L1"{more}>{item}</text:list>'

    nested = (
        '<text:list xml:id="list9" text:style-name="L1"><text:list-item>' + p("One")
        + "<text:list><text:list-item>" + p("Under one") + "</text:list-item></text:list></text:list-item></text:list>"
    )  # fmt: skip
    rows = [
        ["No", "Benchmark", "Score"],
        [td(counted("", name="list1")), "Risk Assessment", "4"],
        [td(counted("", name="list2", goes_on="list1")), "Channel Panel", "5"],
    ]
    document = reading("text", table(rows, columns=3) + nested, automatic=numbered)
    assert [row[0] for row in only_table(document).rows] == ["No", "1.", "2."]
    assert texts(document, "list_item") == ["1. One", "a) Under one"]


def test_a_slide_is_a_page_and_its_table_knows_its_box(reading: Reading) -> None:
    hidden = (
        '<style:style style:name="dp9" style:family="drawing-page"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style>'
        '<style:style style:name="co1" style:family="table-column"><style:table-column-properties '
        'style:column-width="5cm"/></style:style>'
    )
    grid = table([["Benchmark", "Score"], ["Training", "2"]], columns=2).replace(
        "<table:table-column ", '<table:table-column table:style-name="co1" '
    )
    title = text_box("Scores", (1, 0.5, 20, 2), role="title")
    body = (
        '<presentation:footer-decl presentation:name="ftr1">OFFICIAL</presentation:footer-decl>'
        + page(1, title + frame(grid, (2.54, 5.08, 10.16, 2.54)), notes="Say it slowly.")
        + page(2, title + frame(grid, (1, 4, 10, 2)), style="dp9")
    )
    document = reading("presentation", body, automatic=hidden)
    first, second = document.tables
    assert (document.pages, first.page, first.bbox, first.hidden) == (2, 1, (72.0, 144.0, 360.0, 216.0), False)
    assert (second.page, second.hidden) == (2, True)
    assert first.rows == (("Benchmark", "Score"), ("Training", "2"))
    assert texts(document, "note") == ["Say it slowly."]
    assert told(document, "hidden_content") == ["Slide 2 is hidden."]


def test_a_table_in_a_group_is_read_and_an_empty_placeholder_is_not(reading: Reading) -> None:
    grid = frame(table([["Benchmark", "Score"], ["Training", "2"]], columns=2), (1, 4, 10, 2))
    empty = '<draw:frame presentation:class="outline" presentation:placeholder="true"><draw:text-box/></draw:frame>'
    document = reading("presentation", page(1, f"<draw:g><draw:g>{grid}</draw:g></draw:g>{empty}"))
    assert only_table(document).rows[1] == ("Training", "2")
    assert document.blocks == ()


def test_sheets_rows_and_columns_that_are_hidden_are_told(reading: Reading) -> None:
    shut = (
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="16382"/>'
    )
    filtered = (
        '<table:table-row table:visibility="filter"><table:table-cell><text:p>Channel Panel</text:p></table:table-cell>'
        "</table:table-row>"
    )
    rows = [["Benchmark", "2021", "2022"], ["Training", "1", "2"], filtered, ["Communications", "2", "3"]]
    document = reading(
        "spreadsheet", sheet("Scores", rows, columns=columns) + sheet("Old", rows[:2], style="ta2"), automatic=shut
    )
    first, second = document.tables
    assert first.rows == (("Benchmark", "2022"), ("Training", "2"), ("Communications", "3"))
    assert (first.hidden, second.hidden) == (False, True)
    assert told(document, "hidden_content") == [
        "2 hidden rows or columns of the sheet 'Scores' were left out.",
        "The sheet 'Old' is hidden.",
    ]


def test_repeated_cells_are_written_out_and_a_bomb_is_not(reading: Reading) -> None:
    repeated = (
        "<table:table-row><table:table-cell><text:p>Training</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="3">'
        "<text:p>3</text:p></table:table-cell></table:table-row>"
    )
    document = reading("spreadsheet", sheet("Scores", [["Benchmark", "2022", "2023"], repeated]))
    assert only_table(document).rows[1] == ("Training", "3", "3")
    bomb = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>'
    )
    told_of = told(reading("spreadsheet", sheet("Scores", [bomb])), "unreadable_page")
    assert told_of == [
        "The sheet 'Scores' repeats rows or cells more often than any paper does; the rest was passed over."
    ]


def test_a_change_in_a_sheet_tells_what_was_there(reading: Reading) -> None:
    change = (
        '<table:tracked-changes><table:cell-content-change table:id="ct1"><table:cell-address table:column="1" '
        'table:row="1" table:table="0"/><office:change-info/><table:previous><table:change-track-table-cell '
        'office:value-type="float" office:value="2"><text:p>2</text:p></table:change-track-table-cell></table:previous>'
        "</table:cell-content-change></table:tracked-changes>"
    )
    document = reading("spreadsheet", change + sheet("Scores", [["Benchmark", "2022"], ["Training", "3"]]))
    cell = only_table(document).places[1][1]
    assert cell is not None
    assert (cell.text, cell.remark) == ("3", "was 2 (tracked change)")


def test_one_flat_xml_text_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "paper.fodt"
    grid = table([["Benchmark", "Score"], ["Training", "2"]], columns=2)
    path.write_text(
        f'<?xml version="1.0"?><office:document {NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{grid}</office:text></office:body></office:document>"
    )
    assert only_table(read(path)).rows[1] == ("Training", "2")


def test_a_file_behind_a_password_or_broken_is_told(tmp_path: Path) -> None:
    path = tmp_path / "paper.odt"
    locked = {"META-INF/manifest.xml.txt": "x", "encrypted-package": b"\0" * 64}
    path.write_bytes(open_document("text", p("Text"), parts=locked))
    with pytest.raises(EncryptedPaper, match="OpenDocument file is protected by a password"):
        read(path)
    path.write_bytes(open_document("text", "<text:p>", parts={}))
    with pytest.raises(DamagedPaper, match="OpenDocument"):
        read(path)

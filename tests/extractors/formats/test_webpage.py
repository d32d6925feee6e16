"""Web pages: what a browser shows, and nothing else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from extractors import Document, read
from extractors.errors import DamagedPaper
from tests.extractors.formats.office import only_table, shape, texts

Reading = Callable[[str], Document]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    def of(body: str) -> Document:
        path = tmp_path / "page.html"
        path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
        return read(path)

    return of


def test_headings_paragraphs_and_lists_keep_their_order(reading: Reading) -> None:
    document = reading("<h1>Prevent Update</h1><p>First\n line.</p>loose text<ul><li>one<li>two</ul><h2>End</h2>")
    assert shape(document) == [
        "heading: Prevent Update",
        "paragraph: First line.",
        "paragraph: loose text",
        "list_item: one",
        "list_item: two",
        "heading: End",
    ]


def test_cells_merged_both_ways_repeat_their_text(reading: Reading) -> None:
    found = only_table(
        reading(
            "<table><tr><th rowspan=2>Area<th colspan=2>2023</tr><tr><td>Q1<td>Q2</tr>"
            "<tr><td>Ashby<td>3<td>4</tr></table>"
        )
    )
    assert found.rows == (("Area", "2023", "2023"), ("Area", "Q1", "Q2"), ("Ashby", "3", "4"))


def test_a_row_span_ends_with_its_section(reading: Reading) -> None:
    found = only_table(
        reading("<table><thead><tr><th rowspan=9>A<th>B</tr></thead><tbody><tr><td>x<td>1</tr></tbody></table>")
    )
    assert found.rows == (("A", "B"), ("x", "1"))


def test_a_caption_is_inside_or_a_bold_line_just_before(reading: Reading) -> None:
    grid = "<tr><th>Benchmark<th>Score</tr><tr><td>Training<td>2</tr></table>"
    assert only_table(reading(f"<table><caption>Scores 2022</caption>{grid}")).caption == "Scores 2022"
    assert only_table(reading(f"<p><strong>Scores 2023</strong></p><table>{grid}")).caption == "Scores 2023"
    assert only_table(reading(f"<p>Table 2: Scores</p><table>{grid}")).caption == "Table 2: Scores"
    assert only_table(reading(f"<p>The scores follow.</p><table>{grid}")).caption is None


def test_what_a_browser_does_not_show_is_left_out(reading: Reading) -> None:
    document = reading(
        "<style>.gone{display:none} @media print{p{display:none}}</style><p hidden>a</p><p style='display:none'>b</p>"
        "<p class=gone>c</p><script>var d</script><p>seen</p>"
        "<table><tr><td>x<td>1</tr><tr class=gone><td>y<td>2</tr><tr><td>z<td>3<td style='display:none'>4</tr></table>"
    )
    assert texts(document, "paragraph") == ["seen"]
    assert only_table(document).rows == (("x", "1"), ("z", "3"))


def test_the_frame_of_the_site_is_furniture(reading: Reading) -> None:
    document = reading(
        "<header><h1>Ashby Council</h1></header><nav><a>Home</a></nav><main><p>Text</p></main><footer>Contact</footer>"
    )
    assert texts(document, "furniture") == ["Ashby Council", "Home", "Contact"]
    assert texts(document, "paragraph") == ["Text"]


def test_background_colours_are_fills(reading: Reading) -> None:
    found = only_table(
        reading(
            "<style>td.bad{background:#F00;color:black}</style><table><tr><td style='background-color:rgb(0, 128, 0)'>4"
            "<td class=bad>1<td bgcolor='#FFC000'>3<td>2</tr>"
            "<tr style='background:yellow'><td>5<td>6<td>7<td>8</tr></table>"
        )
    )
    assert [cell.fill for cell in found.cells[:5]] == ["#008000", "#ff0000", "#ffc000", None, "#ffff00"]


def test_struck_and_raised_figures_are_told_apart(reading: Reading) -> None:
    found = only_table(reading("<table><tr><td>Training<td><s>2</s> 3<td>4<sup>1</sup></tr></table>"))
    assert found.rows == (("Training", "3", "4¹"),)
    assert found.cells[1].remark == "struck through: 2"


def test_lines_of_a_cell_stay_lines(reading: Reading) -> None:
    assert only_table(reading("<table><tr><td>Risk<br>Assessment<td><p>4</p><p>5</p></tr></table>")).rows == (
        ("Risk\nAssessment", "4\n5"),
    )


def test_tables_that_only_lay_out_the_page_are_read_through(reading: Reading) -> None:
    inner = "<table><tr><td>Training<td>2</tr></table>"
    document = reading(
        f"<table role=presentation><tr><td><p>Menu</p><td>{inner}</tr></table><table><tr><td>One cell</table>"
    )
    assert shape(document) == ["paragraph: Menu", "table: -", "paragraph: One cell"]


def test_a_table_inside_a_cell_is_a_table_of_its_own(reading: Reading) -> None:
    document = reading("<table><tr><td>Ashby<td><table><tr><td>Training<td>2</tr></table></tr></table>")
    assert [table.rows for table in document.tables] == [(("Ashby", ""),), (("Training", "2"),)]


def test_pictures_are_told_with_their_alternative_text(reading: Reading) -> None:
    document = reading(
        "<figure><img src=a.png alt='Regional heatmap'><figcaption>Scores</figcaption></figure><p><img src=b.png></p>"
    )
    assert texts(document, "picture") == ["Regional heatmap", ""]


def test_the_day_of_issue_is_taken_from_the_head(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Update</title><meta name='DC.date.issued' content='2022-06-30'></head><p>Text</p>"
    )
    document = read(path)
    assert (document.title, document.created_on) == ("Update", date(2022, 6, 30))


def test_an_xml_declaration_does_not_stop_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "page.xhtml"
    path.write_text("<?xml version='1.0' encoding='iso-8859-1'?>\n<html><body><p>Text</p></body></html>")
    assert texts(read(path), "paragraph") == ["Text"]


def test_a_page_nested_too_deeply_is_refused_and_not_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>" + "<div>" * 300 + "<p>Deep text</p>")
    assert texts(read(path), "paragraph") == ["Deep text"]
    path.write_text("<html><body>" + "<div>" * 5000 + "<p>Deep text</p>")
    with pytest.raises(DamagedPaper, match=r"HTML file is damaged.*nested too deeply"):
        read(path)


def test_numbers_of_a_numbered_list_are_printed(reading: Reading) -> None:
    document = reading("<ol><li>Adopt a policy<li><p>Train staff</p></ol><ol start=5><li>Report</ol><ul><li>Note</ul>")
    assert texts(document, "list_item") == ["1. Adopt a policy", "2. Train staff", "5. Report", "Note"]


def test_a_table_of_roles_is_a_table(reading: Reading) -> None:
    def row(kind: str, *texts: str) -> str:
        return '<div role="row">' + "".join(f'<span role="{kind}">{text}</span>' for text in texts) + "</div>"

    body = f'<div role="rowgroup">{row("columnheader", "Benchmark", "2022")}</div>{row("cell", "Training", "3")}'
    merged = '<div role="row"><div role="cell" aria-colspan="2">No return</div></div>'
    grid = only_table(reading(f'<div role="table" aria-label="Scores">{body}{merged}</div>'))
    assert grid.caption == "Scores"
    assert grid.rows == (("Benchmark", "2022"), ("Training", "3"), ("No return", "No return"))


def test_terms_with_figures_are_a_table_and_other_terms_are_labelled_lines(reading: Reading) -> None:
    scores = "<dl><dt>Training</dt><dd>3</dd><dt>Channel Panel</dt><dd>5</dd><dt>Referrals</dt><dd>2</dd></dl>"
    facts = "<dl><div><dt>Report to:</dt><dd>Cabinet</dd></div><div><dt>Date</dt><dd>8 September 2022</dd></div></dl>"
    document = reading(facts + scores)
    assert only_table(document).rows == (("Training", "3"), ("Channel Panel", "5"), ("Referrals", "2"))
    assert texts(document, "paragraph") == ["Report to: Cabinet", "Date: 8 September 2022"]
    assert [line.label for line in document.letterhead] == ["Report to", "Date"]


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp1250", "windows-1250"), ("cp1252", "iso-8859-1"), ("utf-8", "windows-1250")]
)
def test_a_page_is_read_in_the_encoding_that_it_is_in(tmp_path: Path, encoding: str, named: str) -> None:
    word = "Łódź" if encoding == "cp1250" else "café – “5”"
    path = tmp_path / "a.html"
    path.write_bytes(f'<html><head><meta charset="{named}"></head><body><p>{word}</p></body></html>'.encode(encoding))
    assert texts(read(path), "paragraph") == [word]


def test_spans_beyond_any_page_do_not_swell_the_table(reading: Reading) -> None:
    rows = "".join(f'<tr><td rowspan="65534" colspan="1000">{n}</td><td>x</td></tr>' for n in range(200))
    grid = only_table(reading(f"<table>{rows}</table>"))
    assert len(grid.rows) == 200
    assert len(grid.rows[0]) < 300

"""What pdfium's objects tell of a page, and what the second program says to it."""

from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.colors import HexColor

from extractors.document import Cell, Table
from extractors.formats.pdf_marks import marked_pages
from extractors.formats.pdf_pages import pdf_pages
from extractors.grids.marks import Marks
from tests.support.drawn_pdf import Page, Sheet, draw
from tests.support.reading import only_table, read

SCORES = [["Benchmark", "2022", "2023"], ["Risk Assessment", "3", "4"], ["Channel Panel", "2", "5"]]
WIDTHS = [160, 60, 60]


def marks_of(paper: Path) -> Marks:
    with pdf_pages(paper) as pages:
        return pages.marks(1)


def with_content(paper: Path, content: bytes, resources: dict[str, object] | None = None) -> Path:
    """The paper with more painted on its first page."""
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        for name, value in (resources or {}).items():
            page.Resources[name] = pdf.make_indirect(value)
        page.contents_add(b"q " + content + b" Q")
        pdf.save(paper)
    return paper


def seen(marks: Marks) -> list[str]:
    return [word.text for word in marks.words]


def unseen(marks: Marks) -> list[str]:
    return [word.text for word in marks.hidden_words]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_both_programs_see_the_same_page(tmp_path: Path, rotate: int) -> None:
    """Words, rules and boxes lie in the same places, however the page is turned and cropped."""

    def page(sheet: Sheet) -> None:
        sheet.grid(160, 250, WIDTHS, SCORES)
        sheet.text(160, 200, "An affine line, 3.5 points of text")
        sheet.canvas.setFillColor(HexColor("#c0392b"))
        sheet.canvas.rect(300, 300, 60, 40, stroke=0, fill=1)
        sheet.canvas.line(400, 500, 440, 530)

    draw(tmp_path / "plain.pdf", page)
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        pdf.pages[0].cropbox = pikepdf.Array([100, 50, 560, 742])
        pdf.pages[0].Rotate = rotate
        pdf.save(tmp_path / "turned.pdf")
    first = marks_of(tmp_path / "turned.pdf")
    with marked_pages(tmp_path / "turned.pdf") as marked:
        second = marked.marks(1)
    assert (first.width, first.height) == pytest.approx((second.width, second.height))
    assert [(word.text, word.angle) for word in first.words] == [(word.text, word.angle) for word in second.words]
    for one, other in zip(first.words, second.words, strict=True):
        assert one.box == pytest.approx(other.box, abs=0.5)
    assert len(first.strokes) == len(second.strokes) > 0
    for stroke, twin in zip(first.strokes, second.strokes, strict=True):
        assert stroke.box == pytest.approx(twin.box, abs=0.01)
    assert [fill.colour for fill in first.fills] == [fill.colour for fill in second.fills]
    assert len(first.drawings) == len(second.drawings) == 1


def test_text_in_an_invisible_mode_is_unseen(tmp_path: Path) -> None:
    paper = draw(tmp_path / "mode.pdf", lambda sheet: sheet.text(60, 60, "Shown"))
    marks = marks_of(with_content(paper, b"BT /F1 10 Tf 3 Tr 60 600 Td (Ghost) Tj ET"))
    assert (seen(marks), unseen(marks)) == (["Shown"], ["Ghost"])


def test_white_text_is_unseen_on_the_page_and_seen_on_colour(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.setFillColor(HexColor("#1e8449"))
        sheet.canvas.rect(55, sheet.height - 75, 100, 30, stroke=0, fill=1)
        sheet.text(60, 60, "Light", colour="#ffffff")
        sheet.text(60, 160, "Lost", colour="#ffffff")

    marks = marks_of(draw(tmp_path / "white.pdf", page))
    assert (seen(marks), unseen(marks)) == (["Light"], ["Lost"])


def test_text_that_was_painted_over_is_unseen(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.lines(60, 60, ["A line that stays in sight", "and another"])
        sheet.text(60, 300, "Secret")
        sheet.canvas.setFillColor(HexColor("#d6eaf8"))
        sheet.canvas.rect(50, sheet.height - 320, 200, 40, stroke=0, fill=1)

    marks = marks_of(draw(tmp_path / "over.pdf", page))
    assert unseen(marks) == ["Secret"]


def test_text_cut_off_by_a_clip_is_unseen(tmp_path: Path) -> None:
    paper = draw(tmp_path / "clip.pdf", lambda sheet: sheet.lines(60, 60, ["A line that stays in sight"]))
    marks = marks_of(with_content(paper, b"60 590 40 20 re W n BT /F1 10 Tf 200 600 Td (Clipped) Tj ET"))
    assert unseen(marks) == ["Clipped"]


def test_text_on_a_layer_that_is_off_is_unseen(tmp_path: Path) -> None:
    paper = draw(tmp_path / "layer.pdf", lambda sheet: sheet.lines(60, 60, ["A line that stays in sight"]))
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Draft"))
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer], Order=[layer], BaseState=pikepdf.Name.ON)
        )
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(Layer=layer)
        pdf.pages[0].contents_add(b"/OC /Layer BDC BT /F1 10 Tf 200 600 Td (Drafted) Tj ET EMC")
        pdf.save(paper)
    assert unseen(marks_of(paper)) == ["Drafted"]


def test_text_and_rules_of_a_form_lie_where_the_form_is_put(tmp_path: Path) -> None:
    draw(tmp_path / "plain.pdf", lambda sheet: sheet.text(60, 60, "Page"))
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        page = pdf.pages[0]
        form = pdf.make_stream(
            b"BT /F1 10 Tf 10 10 Td (Inner) Tj ET 0 0 100 50 re S",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[-1, -1, 200, 200],
            Matrix=[1, 0, 0, 1, 5, 5],
            Resources=page.Resources,
        )
        page.Resources.XObject = pikepdf.Dictionary(Inner=form)
        page.contents_add(b"q 2 0 0 2 100 300 cm /Inner Do Q")
        pdf.save(tmp_path / "form.pdf")
    first = marks_of(tmp_path / "form.pdf")
    with marked_pages(tmp_path / "form.pdf") as marked:
        second = marked.marks(1)
    inner, twin = (next(word for word in marks.words if word.text == "Inner") for marks in (first, second))
    assert inner.box == pytest.approx(twin.box, abs=0.5)
    assert inner.size == pytest.approx(20)
    assert sorted(stroke.box for stroke in first.strokes) == [
        pytest.approx(stroke.box, abs=0.01) for stroke in sorted(second.strokes, key=lambda stroke: stroke.box)
    ]


def test_a_ligature_does_not_cut_its_word(tmp_path: Path) -> None:
    """The letters of one sign that stands for two share its place."""
    paper = draw(tmp_path / "plain.pdf", lambda sheet: sheet.text(60, 60, "Plain"))
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        mapping = (
            b"/CIDInit /ProcSet findresource begin begincmap /CMapName /X def "
            b"1 begincodespacerange <00> <ff> endcodespacerange 5 beginbfchar "
            b"<4f> <004f> <46> <00660066> <69> <0069> <63> <0063> <65> <0065> endbfchar endcmap end"
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            ToUnicode=pdf.make_stream(mapping),
        )
        pdf.pages[0].Resources.Font.Joined = pdf.make_indirect(font)
        pdf.pages[0].contents_add(b"BT /Joined 10 Tf 60 600 Td (OFice) Tj ET")
        pdf.save(paper)
    assert seen(marks_of(paper)) == ["Plain", "Office"]


def replaced(paper: Path) -> Path:
    """The paper with a figure that prints as 3 and names 5 as its text."""
    return with_content(paper, b"/Span <</ActualText (5)>> BDC BT /F1 10 Tf 225 560 Td (3) Tj ET EMC")


def page_with_a_gap() -> Page:
    rows = [SCORES[0], ["Risk Assessment", "", "4"], SCORES[2]]

    def page(sheet: Sheet) -> None:
        sheet.text(60, 60, "A table for those who look after parks")
        sheet.grid(60, 250, WIDTHS, rows)

    return page


def test_a_cell_that_two_programs_read_differently_says_so(tmp_path: Path) -> None:
    """A replacement text that is not what the page shows: nothing on the page tells, the second reading does."""
    table = only_table(replaced(draw(tmp_path / "two.pdf", page_with_a_gap())))
    doubted = [cell for cell in table.cells if cell.confidence < 0.8]
    assert [(cell.row, cell.column) for cell in doubted] == [(1, 1)]
    assert doubted[0].remark == "read as '5' and as '3'"


def test_tables_without_a_sought_word_are_read_once(tmp_path: Path) -> None:
    paper = replaced(draw(tmp_path / "two.pdf", page_with_a_gap()))
    sought, other = (read(paper, words=(word,)).tables for word in ("channel panel", "parks"))
    assert any(cell.remark for cell in cells(sought))
    assert cells(other)
    assert not any(cell.remark for cell in cells(other))


def cells(tables: tuple[Table, ...]) -> list[Cell]:
    return [cell for table in tables for cell in table.cells]


def test_numbers_beyond_all_measure_do_no_harm(tmp_path: Path) -> None:
    """A path and a text placed by a matrix that overflows are no part of the page."""
    paper = draw(tmp_path / "huge.pdf", lambda sheet: sheet.grid(60, 250, WIDTHS, SCORES))
    huge = b"1" + b"0" * 38
    content = huge + b" 0 0 " + huge + b" 0 0 cm 0 0 900 900 re f BT /F1 10 Tf 60 600 Td (Far) Tj ET"
    assert len(only_table(with_content(paper, content)).rows) == 3

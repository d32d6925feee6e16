"""Some pages of a PDF alone, and a part of a page: what the second reading of a table is given."""

from pathlib import Path

from reportlab.lib.colors import HexColor

from extractors.formats.pdf_marks import marked_pages
from extractors.formats.pdf_pages import pdf_pages
from tests.support.drawn_pdf import Page, Sheet, draw


def test_pages_can_be_copied_alone(tmp_path: Path) -> None:
    def page(text: str) -> Page:
        return lambda sheet: sheet.text(60, 60, text)

    paper = draw(tmp_path / "pack.pdf", *map(page, ("First", "Second", "Third", "Fourth")))
    with pdf_pages(paper) as pages, marked_pages(pages.copied([2, 4])) as marked:
        assert [[word.text for word in marked.marks(number).words] for number in (1, 2)] == [["Second"], ["Fourth"]]


def test_only_the_text_in_the_part_that_is_wanted_is_read(tmp_path: Path) -> None:
    """Text beside the part is left out wherever it is typed; what comes after it keeps its place."""

    def page(sheet: Sheet) -> None:
        sheet.text(60, 60, "Above")
        sheet.text(60, 200, "Channel Panel")
        sheet.text(60, 400, "Below")

    paper = draw(tmp_path / "page.pdf", page)
    with marked_pages(paper) as marked:
        whole, part = marked.marks(1), marked.marks(1, part=(0, 180, 595, 220))
    assert [word.text for word in part.words] == ["Channel", "Panel"]
    assert part.words[0].box == next(word.box for word in whole.words if word.text == "Channel")


def test_a_painted_part_answers_in_places_of_the_page(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.setFillColor(HexColor("#20a040"))
        sheet.canvas.rect(100, 842 - 340, 80, 40, stroke=0, fill=1)

    paper = draw(tmp_path / "page.pdf", page)
    with pdf_pages(paper) as pages:
        picture = pages.picture(1, (50, 280, 400, 360))
        assert picture.colour((110, 305, 170, 335)) == "#20a040"
        assert picture.colour((200, 305, 260, 335)) == "#ffffff"
        assert picture.is_blank((110, 305, 170, 335))
        assert not picture.is_blank((90, 305, 170, 335))
        assert picture.colour((110, 500, 170, 540)) is None

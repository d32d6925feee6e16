"""Where recognition is not installed a paper says so: what its pictures show was not looked at."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Pt as PointsOfWord
from PIL import Image
from pptx import Presentation
from pptx.util import Pt
from reportlab.lib.utils import ImageReader

from extractors import Notice, read
from extractors.formats import office_pictures, pdf_notices, pdf_scans, pictures
from tests.support.drawn_pdf import Sheet, draw

CURE = "Install scorepack[ocr] (pip install 'scorepack[ocr]')"


@pytest.fixture(autouse=True)
def _without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (office_pictures, pdf_notices, pdf_scans, pictures):
        monkeypatch.setattr(module, "is_installed", lambda: False)


def picture() -> io.BytesIO:
    content = io.BytesIO()
    Image.new("RGB", (400, 200), "#d5e8d4").save(content, "PNG")
    content.seek(0)
    return content


def page(sheet: Sheet, width: float, height: float) -> None:
    for line in range(30):
        sheet.text(60, 60 + 14 * line, "The partnership met and considered the benchmarks of the duty.", size=10)
    sheet.canvas.drawImage(ImageReader(picture()), 60, 100, width, height)


def pdf(folder: Path, width: float = 300, height: float = 150) -> Path:
    return draw(folder / "paper.pdf", lambda sheet: page(sheet, width, height))


def word(folder: Path, width: float = 300, height: float = 150) -> Path:
    paper = docx.Document()
    paper.add_paragraph("The scores of the region:")
    paper.add_picture(picture(), PointsOfWord(width), PointsOfWord(height))
    paper.save(str(folder / "paper.docx"))
    return folder / "paper.docx"


def slides(folder: Path, width: float = 300, height: float = 150) -> Path:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Scores"
    slide.shapes.add_picture(picture(), Pt(50), Pt(150), Pt(width), Pt(height))
    deck.save(str(folder / "deck.pptx"))
    return folder / "deck.pptx"


@pytest.mark.parametrize(("paper", "number"), [(pdf, 1), (word, None), (slides, 1)])
def test_a_picture_on_a_page_of_text_is_told_with_what_to_install(
    paper: Callable[..., Path], number: int | None, tmp_path: Path
) -> None:
    [notice] = read(paper(tmp_path)).notices
    assert (notice.kind, notice.page) == ("figure_without_data", number)
    assert notice.text.startswith("A picture in this paper was not looked into")
    assert CURE in notice.text


@pytest.mark.parametrize("paper", [pdf, word, slides])
def test_a_logo_is_not_worth_a_word(paper: Callable[..., Path], tmp_path: Path) -> None:
    assert read(paper(tmp_path, 100, 50)).notices == ()


def test_many_pictures_are_told_once(tmp_path: Path) -> None:
    def two(sheet: Sheet) -> None:
        page(sheet, 200, 100)
        sheet.canvas.drawImage(ImageReader(picture()), 300, 100, 200, 100)

    told: tuple[Notice, ...] = read(draw(tmp_path / "paper.pdf", two, two)).notices
    assert [notice.text.partition(".")[0] for notice in told] == [
        "4 pictures in this paper were not looked into for tables (the first on page 1)"
    ]

"""Pages of a PDF that are pictures: a paper that was printed, signed and scanned."""

from pathlib import Path

import pytest

from extractors import Document, read
from extractors.formats import pdf_notices, pdf_scans
from extractors.formats.pdf_pages import pdf_pages
from extractors.formats.pictures import Album
from extractors.grids.marks import Marks
from extractors.recognition import RecognitionSettings
from tests.support.drawn_pdf import Sheet
from tests.support.scans import scan

SIZE = (420.0, 260.0)
ROWS = [
    ["", "Benchmark", "Score"],
    ["1", "Risk Assessment", "4"],
    ["2", "Channel Panel", "5"],
    ["3", "Communications", "2"],
]


def briefing(sheet: Sheet) -> None:
    sheet.text(40, 40, "Prevent Update 2022", size=16, bold=True)
    sheet.text(40, 62, "Date: 8 September 2022", size=11)
    sheet.grid(40, 90, [30, 190, 70], ROWS, height=20, size=11)
    sheet.text(40, 200, "The scores were agreed by the board in September.", size=11)


def needs_the_extra() -> None:
    pytest.importorskip("rapidocr", reason="the extra scorepack[ocr] is not installed")


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Document:
    needs_the_extra()
    return read(scan(tmp_path_factory.mktemp("scan") / "scan.pdf", briefing, size=SIZE, turn=1.4))


def test_the_table_of_a_turned_scan_is_read(scanned: Document) -> None:
    [table] = scanned.tables
    assert [list(row) for row in table.rows] == ROWS
    assert table.method == "picture"


def test_figures_that_are_plain_to_see_are_read_surely(scanned: Document) -> None:
    [table] = scanned.tables
    assert min(cell.confidence for cell in table.cells if cell.column == 2 and cell.row) >= 0.97


def test_a_cell_lies_where_the_turned_page_shows_it(scanned: Document) -> None:
    """The drawing has the last score's middle at (295, 160); turned by 1.4 degrees round the middle of the page."""
    [score] = [cell for cell in scanned.tables[0].cells if cell.text == "2" and cell.column == 2]
    assert score.bbox is not None
    x0, top, x1, bottom = score.bbox
    assert ((x0 + x1) / 2, (top + bottom) / 2) == pytest.approx((295.7, 157.9), abs=1.5)


def test_the_text_around_the_table_tells_title_and_date(scanned: Document) -> None:
    assert scanned.title == "Prevent Update 2022"
    assert [(line.label, line.value) for line in scanned.letterhead] == [("Date", "8 September 2022")]
    assert any("agreed by the board" in block.text for block in scanned.blocks)


def test_a_page_that_was_recognised_is_not_told_as_unread(scanned: Document) -> None:
    assert scanned.notices == ()


def test_without_the_extra_a_notice_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_scans, "is_installed", lambda: False)
    monkeypatch.setattr(pdf_notices, "is_installed", lambda: False)
    document = read(scan(tmp_path / "scan.pdf", briefing, size=SIZE))
    [notice] = document.notices
    assert (notice.kind, notice.page) == ("unreadable_page", 1)
    assert "pip install 'scorepack[ocr]'" in notice.text


def test_a_picture_without_a_word_stays_told_as_unread(tmp_path: Path) -> None:
    needs_the_extra()
    document = read(scan(tmp_path / "photo.pdf", lambda sheet: sheet.fill(60, 60, 300, 200, "#336699"), size=SIZE))
    [notice] = document.notices
    assert (notice.kind, notice.page) == ("unreadable_page", 1)


def test_more_pictures_than_the_limit_are_told(tmp_path: Path) -> None:
    needs_the_extra()
    marks = Marks(*SIZE, pictures=((0, 0, *SIZE),))
    with pdf_pages(scan(tmp_path / "scan.pdf", briefing, briefing, size=SIZE)) as pages:
        scans = pdf_scans.Scans(pages, Album(RecognitionSettings(most_pages=1)))
        assert scans.marks(1, marks).words
        assert scans.marks(2, marks) == marks
        [notice] = scans.notices()
    assert (notice.kind, notice.page) == ("unreadable_page", 2)
    assert "1 pages or pictures of this paper, the first on page 2, were not read" in notice.text

"""Pictures inside papers: what is looked at, what is left, and where what they show lies."""

from pathlib import Path

import pytest

pytest.importorskip("rapidocr", reason="the extra scorepack[ocr] is not installed")

from extractors import Document, Table, read
from extractors.formats import pictures
from extractors.formats.pictures import Album, Framed
from extractors.grids.marks import Marks, Word
from extractors.recognition import Glance, Picture, Placing, RecognisedPage, RecognitionSettings, kept
from extractors.recognition.plots import plots_of
from tests.hard_cases.drawn_pictures_within import HEATMAP_SIZE, heatmap_in_a_page

BLANK = Picture(b"\xff" * 300, 30, 10, 10, 1.0)
NOTHING = RecognisedPage(Marks(10, 10), (), Placing())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return read(heatmap_in_a_page("JPEG")(tmp_path_factory.mktemp("page")))


def test_the_table_of_a_picture_lies_where_the_page_shows_it(page: Document) -> None:
    """The picture is drawn from (60, 230) to (535, 393); its table begins 10 points from its left and 26 down."""
    [table] = page.tables
    by = 475 / HEATMAP_SIZE[0]
    assert table.method == "picture"
    assert table.bbox is not None
    assert table.bbox[:2] == pytest.approx((60 + 10 * by, 230 + 26 * by), abs=3)


def test_cells_of_a_picture_keep_their_colour_and_say_how_surely_they_were_read(page: Document) -> None:
    [table] = page.tables
    five = [cell for cell in table.cells if cell.text == "5"]
    assert five
    assert all(cell.fill is not None and cell.fill[:2] < "#4" for cell in five)
    assert min(cell.confidence for cell in five) > 0.7


def test_the_text_around_a_picture_is_the_page_s_own(page: Document) -> None:
    texts = [block.text for block in page.blocks]
    assert sum("Brackford Borough Council" in text for text in texts) == 1
    assert not [block for block in page.blocks if block.kind == "picture"]


def framed(asked: list[float]) -> Framed:
    def paint(scale: float) -> Picture:
        asked.append(scale)
        return BLANK

    return Framed((200.0, 100.0), paint, 4, Placing())


def test_a_picture_without_lines_of_text_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "glance", lambda _: Glance(2, 10.0))
    asked: list[float] = []
    assert Album().parts_of(framed(asked)) == []
    assert len(asked) == 1


def test_pictures_beyond_the_limit_of_time_are_told_and_not_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 1000, 40))
    monkeypatch.setattr(pictures, "glance", lambda _: Glance(20, 10.0))
    monkeypatch.setattr(pictures, "recognise", lambda *_: NOTHING)
    album = Album(RecognitionSettings(most_seconds=60), clock=lambda: float(next(ticks)))
    asked: list[float] = []
    for _ in range(3):
        album.parts_of(framed(asked))
    assert len(asked) == 2
    [notice] = album.notices()
    assert (notice.kind, notice.page) == ("unreadable_page", 4)
    assert notice.text.startswith("2 pages or pictures of this paper, the first on page 4, were not read")


def test_the_same_picture_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read_before: list[Picture] = []

    def counted(picture: Picture, _: RecognitionSettings) -> RecognisedPage:
        read_before.append(picture)
        return NOTHING

    monkeypatch.setattr(kept, "read_picture", counted)
    monkeypatch.setattr(kept, "_kept", type(kept._kept)())
    again = Picture(bytes(BLANK.pixels), 30, 10, 10, 1.0)
    assert kept.read_once(BLANK, RecognitionSettings()) is kept.read_once(again, RecognitionSettings())
    assert len(read_before) == 1


def word(text: str, x: float, y: float) -> Word:
    return Word(text, (x, y, x + 5 * len(text), y + 10), 10)


def test_numbers_that_fall_in_even_steps_at_the_left_are_an_axis() -> None:
    ticks = [word(text, 20 - 5 * len(text), 10 + 30 * n) for n, text in enumerate(("80", "60", "40", "20", "0"))]
    names = [word(name, 60 + 60 * n, 160) for n, name in enumerate(("Ashby", "Belton"))]
    assert set(plots_of(Marks(300, 200, (*ticks, *names)))) == {(10, 10, 300, 140)}


def test_scores_beside_labels_are_no_axis() -> None:
    scores = [word(text, 120, 10 + 20 * n) for n, text in enumerate("5432")]
    labels = [word(text, 10, 10 + 20 * n) for n, text in enumerate(("Training", "Venues", "Channel", "Board"))]
    assert plots_of(Marks(300, 200, (*scores, *labels))) == []


def test_a_placing_turns_moves_and_stretches_boxes() -> None:
    """A quarter turn clockwise of a page 400 points high, then doubled."""
    turned = Placing((0, 1, 0, -1, 0, 400, 0, 0, 1)).then(Placing.moved(10, 0, 2, 2))
    assert turned.back((0, 0, 30, 10)) == (10, 740, 30, 800)


def test_every_cell_of_a_picture_knows_its_page(page: Document) -> None:
    tables = [part for part in page.body if isinstance(part, Table)]
    assert {cell.page for table in tables for cell in table.cells} == {1}


def test_nothing_is_made_of_a_damaged_picture_in_a_word_file(tmp_path: Path) -> None:
    import docx

    from tests.hard_cases.drawn_pictures_within import in_a_letter

    path = in_a_letter(tmp_path)
    paper = docx.Document(str(path))
    [part] = [related.target_part for related in paper.part.rels.values() if related.reltype.endswith("/image")]
    part._blob = part._blob[:200]
    paper.save(str(path))
    document = read(path)
    assert document.tables == ()
    assert any(notice.kind == "figure_without_data" for notice in document.notices)

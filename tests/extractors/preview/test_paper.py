"""Pages and parts of them as pictures, with outlines at the places of the cells."""

import io
import itertools
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from extractors.document import Box, Cell, Table
from extractors.errors import DamagedPaper, EncryptedPaper, NoPagePicture
from extractors.preview import Picture, cutout, page_picture, paper_pictures
from tests.support import papers
from tests.support.drawn_pdf import draw
from tests.support.imports import ROOT
from tests.support.pages import block

WIDTHS, HEIGHT, LEFT, TOP = (120, 60, 60), 20, 100, 200
ROWS = (("Benchmark", "2022", "2023"), ("Training", "3", "4"), ("Channel Panel", "2", "5"))


def box(row: int, column: int) -> Box:
    x0 = LEFT + sum(WIDTHS[:column])
    return (x0, TOP + row * HEIGHT, x0 + WIDTHS[column], TOP + (row + 1) * HEIGHT)


def table(**changed: object) -> Table:
    """The drawn grid as a reader would give it; `changed` applies to the cell with a 2."""
    cells = tuple(
        Cell(row=r, column=c, text=text, page=1, bbox=box(r, c), **(changed if text == "2" else {}))
        for r, row in enumerate(ROWS)
        for c, text in enumerate(row)
    )
    return Table(cells, page=1, bbox=(LEFT, TOP, LEFT + sum(WIDTHS), TOP + 3 * HEIGHT))


def cell(text: str, given: Table | None = None) -> Cell:
    return next(cell for cell in (given or table()).cells if cell.text == text)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return draw(tmp_path / "paper.pdf", lambda sheet: sheet.grid(LEFT, TOP, WIDTHS, ROWS, height=HEIGHT))


def pixels(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.png)).convert("RGB")
    assert image.size == (picture.width, picture.height)
    return image


def is_dark(colour: tuple[int, ...]) -> bool:
    return max(colour) < 70


def darkness(image: Image.Image, area: tuple[float, float, float, float]) -> float:
    """The share of dark pixels of an area."""
    part = image.crop(tuple(round(value) for value in area))
    shades = [is_dark(part.getpixel((x, y))) for x in range(part.width) for y in range(part.height)]
    return sum(shades) / len(shades)


def test_a_page_is_painted_in_full_at_the_wanted_size(paper):
    picture = page_picture(paper, 1, dots_an_inch=72)
    assert (picture.width, picture.height) == (596, 842)
    assert picture.area == (0.0, 0.0, pytest.approx(595.3, abs=1), pytest.approx(841.9, abs=1))
    assert picture.place((10, 20, 30, 40)) == pytest.approx((10, 20, 30, 40))


def test_the_marked_cell_has_a_thick_dark_outline_around_it_and_nothing_over_its_text(paper):
    picture = cutout(paper, table(), marked=[cell("5")])
    plain = cutout(paper, table())
    image, before = pixels(picture), pixels(plain)
    x0, y0, x1, y1 = picture.place(box(2, 2))
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    for side in (
        (x0 - 3, y0 + 3, x0, y1 - 3),
        (x1 + 1, y0 + 3, x1 + 3, y1 - 3),
        (x0 + 3, y0 - 3, x1 - 3, y0),
        (x0 + 3, y1 + 1, x1 - 3, y1 + 3),
    ):
        assert darkness(image, side) > 0.95
        assert darkness(before, side) < 0.2
    inside = tuple(round(value) for value in (middle_x - 12, middle_y - 8, middle_x + 12, middle_y + 8))
    assert abs(darkness(image, inside) - darkness(before, inside)) < 0.02, "the text itself is left as it is"
    assert darkness(image, picture.place(box(1, 1))) < 0.2, "no other cell is marked"


def test_a_white_line_keeps_the_outline_apart_from_a_dark_fill(tmp_path):
    def dark(sheet):
        sheet.fill(0, 0, 595, 842, "#101820")

    picture = page_picture(draw(tmp_path / "dark.pdf", dark), 1, tables=[table()], marked=[cell("5")])
    image = pixels(picture)
    x0, y0, _, y1 = picture.place(box(2, 2))
    row = [image.getpixel((x, round((y0 + y1) / 2))) for x in range(round(x0) - 8, round(x0) + 4)]
    assert any(min(colour) > 200 for colour in row)


def test_several_marked_cells_are_outlined_inside_so_that_neighbours_stay_apart(paper):
    marked = {cell("4"): "1", cell("5"): "2"}
    picture = cutout(paper, table(), marked=marked)
    image = pixels(picture)
    for text in ("4", "5"):
        x0, y0, x1, y1 = picture.place(cell(text).bbox)
        assert darkness(image, (x0 + 3, y0, x1 - 3, y0 + 2)) > 0.9
        corner = (x1 - 6, y1 - 10, x1 - 2, y1 - 4)
        assert darkness(image, corner) > 0.4, "its number stands in the lower right corner"


def test_a_doubtful_cell_has_a_dashed_outline(paper):
    doubtful = table(confidence=0.6)
    picture = page_picture(paper, 1, tables=[doubtful])
    image = pixels(picture)
    x0, y0, x1, _ = picture.place(cell("2", doubtful).bbox)
    edge = [image.getpixel((x, round(y0) - 1)) for x in range(round(x0) + 2, round(x1) - 2)]
    orange = [colour[0] > 120 and colour[2] < 90 for colour in edge]
    changes = sum(one != other for one, other in itertools.pairwise(orange))
    assert 0.3 < sum(orange) / len(orange) < 0.9
    assert changes >= 8, "dashes, no line"


def test_a_cell_that_is_as_good_as_certain_is_not_dashed(paper):
    certain, sure = page_picture(paper, 1, tables=[table()]), page_picture(paper, 1, tables=[table(confidence=0.998)])
    assert certain.png == sure.png


def test_readings_stand_beside_the_page_at_the_same_height(paper):
    page = page_picture(paper, 1, tables=[table()])
    both = page_picture(paper, 1, tables=[table()], readings=True)
    assert both.width == 2 * page.width + 12
    image = pixels(both)
    x0, y0, x1, y1 = both.place(box(1, 0))
    shift = page.width + 12
    assert 0.01 < darkness(image, (x0 + shift + 2, y0 + 2, x1 + shift - 2, y1 - 2)) < 0.5, "the text as read"
    empty = both.place((LEFT, 500, LEFT + 200, 600))
    assert darkness(image, (empty[0] + shift, empty[1], empty[2] + shift, empty[3])) == 0


def test_the_same_page_gives_the_same_bytes(paper):
    one = [cutout(paper, table(), marked=[cell("5")]).png, page_picture(paper, 1, tables=[table()], readings=True).png]
    again = [
        cutout(paper, table(), marked=[cell("5")]).png,
        page_picture(paper, 1, tables=[table()], readings=True).png,
    ]
    assert one == again


def test_a_paper_opened_once_gives_the_same_pictures_in_any_order(paper):
    alone = cutout(paper, table(), marked=[cell("5")])
    with paper_pictures(paper) as pictures:
        pictures.page(1, tables=[table()])
        pictures.cutout(table(), marked=[cell("2")])
        assert pictures.cutout(table(), marked=[cell("5")]) == alone


def test_a_cut_out_is_small_and_shows_the_table_with_its_margins(paper):
    picture = cutout(paper, table())
    assert picture.area[0] == pytest.approx(LEFT - 14, abs=1)
    assert picture.area[3] == pytest.approx(TOP + 3 * HEIGHT + 14, abs=1)
    assert len(picture.png) < 20_000


def test_a_cut_out_of_a_poster_is_no_larger_than_others(tmp_path):
    paper = draw(tmp_path / "poster.pdf", lambda sheet: sheet.fill(50, 50, 5000, 3000, "#dddddd"), size=(5100, 3100))
    poster = Table((Cell(0, 0, "all", page=1, bbox=(50, 50, 5000, 3000)),), page=1)
    picture = cutout(paper, poster, dots_an_inch=300)
    assert max(picture.width, picture.height) <= 1402


def test_places_of_a_turned_page_are_those_of_the_page_as_shown(tmp_path, paper):
    turned_paper = tmp_path / "turned.pdf"
    with pikepdf.open(paper) as pdf:
        pdf.pages[0].Rotate = 90
        pdf.save(turned_paper)
    x0, y0, x1, y1 = box(2, 2)
    shown = (842 - y1, x0, 842 - y0, x1)
    turned = Cell(0, 0, "5", page=1, bbox=shown)
    picture = page_picture(turned_paper, 1, marked=[turned])
    image = pixels(picture)
    left, top, right, bottom = picture.place(shown)
    assert picture.width > picture.height
    assert darkness(image, (left - 3, top + 3, left, bottom - 3)) > 0.95
    assert darkness(image, (left + 4, top + 4, right - 4, bottom - 4)) > 0, "the figure stands inside the outline"


def test_a_table_carried_on_is_shown_on_the_page_that_is_asked_for(tmp_path):
    paper = draw(
        tmp_path / "two.pdf", lambda sheet: sheet.text(100, 215, "first"), lambda sheet: sheet.text(100, 115, "x")
    )
    carried_on = Table(
        (
            Cell(0, 0, "first", page=1, bbox=(90, 200, 300, 220)),
            Cell(1, 0, "second", page=2, bbox=(90, 100, 300, 120)),
        ),
        page=1,
    )
    assert cutout(paper, carried_on).page == 1
    second = cutout(paper, carried_on, page=2)
    assert (second.page, second.area[1]) == (2, pytest.approx(86, abs=1))


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_told(paper, page):
    with pytest.raises(NoPagePicture, match=f"There is no page {page} in a paper of 1 pages"):
        page_picture(paper, page)


def test_a_table_without_a_place_has_no_picture(paper):
    with pytest.raises(NoPagePicture, match="no place on a page"):
        cutout(paper, Table.of_texts([["a", "b"]], page=1))


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.docx", papers.briefing_docx, NoPagePicture),
        ("a.md", lambda: papers.briefing_text("markdown"), NoPagePicture),
        ("a.pdf", papers.broken_pdf, DamagedPaper),
    ],
)
def test_papers_without_pages_to_paint_are_refused(tmp_path, name, content, error):
    with pytest.raises(error):
        page_picture(papers.save(tmp_path, name, content()), 1)


def test_a_locked_paper_is_refused(tmp_path, paper):
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(paper) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(EncryptedPaper):
        page_picture(locked, 1)


def test_the_example_of_the_docs_runs():
    example = block(ROOT / "docs" / "seeing.md", "python")
    done = subprocess.run([sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, check=True)
    assert next(line.split()[-1] for line in done.stdout.splitlines()) == "True"
    assert done.stderr == ""
